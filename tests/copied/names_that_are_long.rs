// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::names_that_are_long::test::connect(&server).await?;
    client.emit().an_event_whose_name_is_long_and_goes_on_for_longer_than_anybody_would_like_to_read()?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::names_that_are_long::test::connect(&server).await?;
    let answer = client.request().a_long_name_with_a_payload_and_an_ack(&crate::names_that_are_long::AVeryLongNameForATypeThatSomebodyWroteOnAVeryLongAfternoonInNovember {
        a_field_whose_name_is_long: None,
        a_field_whose_name_is_null: None,
        both: None,
        a_list: vec![],
        a_list_or_null: None,
        a_map: BTreeMap::new(),
        a_map_or_null: None,
        a_map_perhaps: None,
        a_list_of_maps: vec![],
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::names_that_are_long::test::connect(&server).await?;
    let answer = client.request().a_long_name_with_a_payload_and_an_ack(&crate::names_that_are_long::AVeryLongNameForATypeThatSomebodyWroteOnAVeryLongAfternoonInNovember {
        a_field_whose_name_is_long: None,
        a_field_whose_name_is_null: None,
        both: None,
        a_list: vec![],
        a_list_or_null: None,
        a_map: BTreeMap::new(),
        a_map_or_null: None,
        a_map_perhaps: None,
        a_list_of_maps: vec![],
    }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::names_that_are_long::test::connect(&server).await?;
    let answer = client.request().list(&None).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::names_that_are_long::test::connect(&server).await?;
    let answer = client.request().list(&Some(vec![])).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::names_that_are_long::test::connect(&server).await?;
    let answer = client.request().map(&BTreeMap::new()).await?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::names_that_are_long::test::connect(&server).await?;
    let answer = client.request().map(&BTreeMap::new()).await?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::names_that_are_long::test::connect(&server).await?;
    let answer = client.request().only().await?;
    Ok(())
}
