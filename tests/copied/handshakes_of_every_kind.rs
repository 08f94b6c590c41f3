// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>, auth: crate::handshakes_of_every_kind::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::handshakes_of_every_kind::test::connect(&server, &auth).await?;
    client.emit().names(&crate::handshakes_of_every_kind::Names {
        json: crate::handshakes_of_every_kind::JSON::new("a")?,
        array: crate::handshakes_of_every_kind::Array::new("a")?,
        object: crate::handshakes_of_every_kind::Object::new("a")?,
        level: 0,
    })?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>, auth: crate::handshakes_of_every_kind::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::handshakes_of_every_kind::test::connect(&server, &auth).await?;
    client.emit().names(&crate::handshakes_of_every_kind::Names {
        json: crate::handshakes_of_every_kind::JSON::new("😀😀😀😀😀😀😀😀😀")?,
        array: crate::handshakes_of_every_kind::Array::new("😀😀😀😀😀😀😀😀😀")?,
        object: crate::handshakes_of_every_kind::Object::new("😀😀😀😀😀😀😀😀😀")?,
        level: 255,
    })?;
    Ok(())
}
