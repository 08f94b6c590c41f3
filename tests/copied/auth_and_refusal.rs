// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>, auth: crate::auth_and_refusal::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::auth_and_refusal::test::connect(&server, &auth).await?;
    let answer = client.request().who().await?;
    Ok(())
}
