//! The way in which generated clients for tests cost nothing where nobody tests, and what the server does for them.
//!
//! Generated code cannot ask which features this crate was built with: it is expanded in another one. So it hands its
//! clients to a macro, which is the one of two that this crate was built with. What the macro does not give back is
//! neither parsed nor type-checked.

/// The event by which a client of a test asks whether what it sent before has been started. No schema has it, and the
/// application does not hear of it.
#[cfg(feature = "test")]
pub(crate) const PING: &str = "$sockgen:ping";

/// The clients as they are.
#[cfg(feature = "test")]
#[doc(hidden)]
#[macro_export]
macro_rules! __test_client {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Nothing.
#[cfg(not(feature = "test"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __test_client {
    ($($tokens:tt)*) => {};
}
