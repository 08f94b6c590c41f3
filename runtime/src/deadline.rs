//! How long a handler may take: the schema's `ackTimeout` of an event that clients send.

use std::future::Future;
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

/// The work was given up, and is dropped.
pub(crate) struct Elapsed;

/// Does the work, for as long as it may take. Most work is done at its first poll and never has a timer.
///
/// The work is taken by reference: a future that takes another one by value is twice as large.
pub(crate) async fn within<T>(
    limit: Option<Duration>,
    mut work: Pin<&mut impl Future<Output = T>>,
) -> Result<T, Elapsed> {
    let Some(limit) = limit else { return Ok(work.await) };
    let mut timer = None;
    std::future::poll_fn(|cx| {
        if let Poll::Ready(done) = work.as_mut().poll(cx) {
            return Poll::Ready(Ok(done));
        }
        // Boxed, so that a timer does not make every event's future larger.
        let timer = timer.get_or_insert_with(|| Box::pin(tokio::time::sleep(limit)));
        timer.as_mut().poll(cx).map(|()| Err(Elapsed))
    })
    .await
}
