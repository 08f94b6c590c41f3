// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    use std::collections::BTreeMap;
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let answer = client.request().edit(&crate::names_that_are_long_everywhere::Edit {
        a_key_that_takes_more_than_the_half_of_a_line_of_a_file: crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALine {
            a_key_that_takes_more_than_the_half_of_a_line_of_a_file: (
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                None,
            ),
            nested: BTreeMap::new(),
            many: vec![],
            file: Bytes::from_static(b""),
            a_key_that_takes_more_than_the_half_of_a_line_of_a_file_with_a_default: "".into(),
        },
        ids: None,
        ops: None,
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    use std::collections::BTreeMap;
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let answer = client.request().edit(&crate::names_that_are_long_everywhere::Edit {
        a_key_that_takes_more_than_the_half_of_a_line_of_a_file: crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALine {
            a_key_that_takes_more_than_the_half_of_a_line_of_a_file: (
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                Some(vec![
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                ]),
            ),
            nested: BTreeMap::from([
                ("%00%2F".into(), (
                    crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineId::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?,
                    Some(vec![
                        crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                        crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                        crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    ]),
                )),
                ("a".into(), (
                    crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineId::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?,
                    Some(vec![
                        crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                        crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                        crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    ]),
                )),
                ("😀".into(), (
                    crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineId::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?,
                    Some(vec![
                        crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                        crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                        crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    ]),
                )),
            ]),
            many: vec![
                Some(vec![
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                ]),
                Some(vec![
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                ]),
                Some(vec![
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                ]),
            ],
            file: Bytes::from_static(b"\x8c\xda\x89\x13l#\"\xa5\x89\xa9\x03\xf8E#\x9b4\x88\xd9\xc3N\xc9\xbfH\xc7;\x97\xbf\xa9\r\xffhkW\xe7\xb5U\xdb\x17^\xa9t\xe0M:\xaaE\x8a\xdd\xdd\x15\xa8\xf7v \xce.\x98\x13*\x9ei\xf1\xbc\xac\xd9C<\xd4\xcc\x0e\x0c\x84\x01k\x0e\xca\xcf\x8c\xca\n\xaa\x16\xe7z\x8c\xf4\xd8\xda\x888_\xa2\x87W\xeap)\x84\xa7\xdaPH~\xa0\xd8\xad\xcc\xf7B\x8b\x96\xdfV\xb1\x03\x9e\x94\x9f\xdf\xf0n\xab\x8a\xe7\xcaW?\xbcvL\x8a\x8a_\xe4y@TYP\xa0p\x84\xd8\xa9\xa66\x98\xcaq\xb97\x9evf\xae\xca\x07\xa7\x19\xc3\xf0\x94YO\x96\x9c\xcd\x11\xe6\x86\xdb\xb2g9*!\xe7\\\xa4\x13U\x1b\x9d\xdcB\xe8:Z^s5\xa0\xc2\xc1\xf90\x8b\xf4\n}\xf8\x1ek\xe1\x7fO\xb0\xf5!v\xcd\x9c\xe6PFL\x80\xb9>\xc0N\xbc\xdf=\xca\xaf\xfd\xea\xeeY$J\xa4\xd4\x1d\xa6\x87\xba\x05\xa8\x0b4\x81\x91\xb4tH9q}\x93C\x98\xe1>d\x10'4\xcd/:\xd8\xab\xed\xfd?\xc1\xad\xf8\x94#\xd8\x06qxLj\x8e\xa9\xbd\xb16bo{[\xae!9\x12\x89\xb2FO\xea\xf3\xf7\x01\x83"),
            a_key_that_takes_more_than_the_half_of_a_line_of_a_file_with_a_default: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        },
        ids: Some(crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileId::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?),
        ops: Some(vec![
            crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineOp::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
            crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineOp::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
            crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineOp::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
        ]),
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    use std::collections::BTreeMap;
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let answer = client.request().styled(&crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileOne::AKeyThatTakesMoreThanTheHalfOfALineOfAFile(crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALine {
        a_key_that_takes_more_than_the_half_of_a_line_of_a_file: (
            crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
            None,
        ),
        nested: BTreeMap::new(),
        many: vec![],
        file: Bytes::from_static(b""),
        a_key_that_takes_more_than_the_half_of_a_line_of_a_file_with_a_default: "".into(),
    })).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    use std::collections::BTreeMap;
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let answer = client.request().styled(&crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileOne::AKeyThatTakesMoreThanTheHalfOfALineOfAFile(crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALine {
        a_key_that_takes_more_than_the_half_of_a_line_of_a_file: (
            crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
            Some(vec![
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
            ]),
        ),
        nested: BTreeMap::from([
            ("0".into(), (
                crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineId::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?,
                Some(vec![
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                ]),
            )),
            ("\"quoted\"".into(), (
                crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineId::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?,
                Some(vec![
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                ]),
            )),
            ("`tick ${x}`".into(), (
                crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineId::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?,
                Some(vec![
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                    crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                ]),
            )),
        ]),
        many: vec![
            Some(vec![
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
            ]),
            Some(vec![
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
            ]),
            Some(vec![
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AndAKeyThatTakesMoreThanTheHalfOfALineOfAFile,
            ]),
        ],
        file: Bytes::from_static(b"L\xe1y\x90\x81\xa1>\xb3\xc79\x8a\xfaN7\xa2\xf0\xa8F\x05(3\x02\xd0\x90\x9e\xa7\x03\xe2\xe57\\\xb7\xb1\x08s\x9c\xa9\xa6\x8b\xa9\xaa\x12\xfe3l\x17b\x02\x1a?@<\x1a\x80Q{\x1b\x8c\xd8A\xaez\xd4\x81ut\xc4\x01\xc0\x0ftT\xb7\xb5\xcc.8I^\xf5tP\xe9\xbb\x9b\xbd\x8a\xdc\xe7\xd7\xc7\xb6\xa60\xeb\x14rVS\xc5\xac\x8d{}\x14\xdd\x0b*\xaep|\xee.\x14\0\xef\xf6m\x9c\xa6\x825\x18\xd8$\xbc\xe7|a\x17\x1be\xce\x85\x88D\x9bo4\xe2sUq\x1fp\xc2\x8c\xad s\n\xaa\xf6o1\xf10\x82\xfb\xbb\xa4\x8b\xd7\xef!o\xf5l\xa9\xf4\x0f=n\xbc\xbfz5\x12\x1c\xc8\xcf\xe2\xfd\x8e\xfe\xdd\xb2(\x05\x80\xe1\xc9\xcf\x83\x03O\x0b?\x9a\xcbl\xae\x91h\r\x1b\x9f\xfbY\xcf\xaf\xa4i:\x1e_/)\xfarQ\xf2z\xf2\x17C\x95qb^\x1a\x89\xe5\x86\xb7D>8\x8b\xcd\x1a\xb4\xce\x0c\xfb\xbf\0H\x86\xbc\x0e1\x9a\xcd\x02e\r\xff\x15[\xff\xbe\xc2\x84,!\xfc7\x11h\xfae\xd3\xca;\x18\x16^\xd9\x06LB)\xc3\x0c\x87R\xe6\xed\xeb\xd5K\x8a-\xe2\xbe\x90\"\xbe\xd3"),
        a_key_that_takes_more_than_the_half_of_a_line_of_a_file_with_a_default: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let answer = client.request().raw_a_key_that_takes_more_than_the_half_of_a_line_of_a_file(&sockgen::Raw { arguments: vec![] }).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::RawValue;
    use sockgen::bytes::Bytes;
    use sockgen::serde_json::json;
    use std::collections::BTreeMap;
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let answer = client.request().raw_a_key_that_takes_more_than_the_half_of_a_line_of_a_file(&sockgen::Raw { arguments: vec![
        RawValue::from(json!("a\u{202e}")),
        RawValue::from(json!(-1.5)),
        RawValue::Object(BTreeMap::from([
            ("\"".into(), RawValue::Array(vec![
                RawValue::from(json!(null)),
                RawValue::from(Bytes::from_static(b"\0\xff\"")),
            ])),
            ("n".into(), RawValue::from(json!(5000000000_i64))),
        ])),
        RawValue::from(Bytes::from_static(b"hi")),
        RawValue::from(json!(true)),
    ] }).await?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let answer = client.request().short(&crate::names_that_are_long_everywhere::Short::Insert(crate::names_that_are_long_everywhere::ShortInsert {
        at: 0,
    })).await?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let answer = client.request().short(&crate::names_that_are_long_everywhere::Short::Replace(crate::names_that_are_long_everywhere::ShortReplace {
        at: 255,
    })).await?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let answer = client.request().money(&json!("")).await?;
    Ok(())
}

pub async fn m9<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let answer = client.request().money(&json!("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")).await?;
    Ok(())
}

pub async fn m10<S: Send + Sync + 'static, A: Adapter>(ctx: crate::names_that_are_long_everywhere::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::bytes::Bytes;
    use std::collections::BTreeMap;
    let answer = ctx.emit().op(&crate::names_that_are_long_everywhere::Op {
        a_key_that_takes_more_than_the_half_of_a_line_of_a_file: crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileOp::One(crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALine {
            a_key_that_takes_more_than_the_half_of_a_line_of_a_file: (
                crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
                None,
            ),
            nested: BTreeMap::new(),
            many: vec![],
            file: Bytes::from_static(b""),
            a_key_that_takes_more_than_the_half_of_a_line_of_a_file_with_a_default: "".into(),
        }),
        more: None,
    }).await?;
    Ok(())
}

pub async fn m11<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    use std::collections::BTreeMap;
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let question = client.expect().op().await;
    question.answer(&crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileOp::One(crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALine {
        a_key_that_takes_more_than_the_half_of_a_line_of_a_file: (
            crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileCode::AKeyThatTakesMoreThanTheHalfOfALineOfAFile,
            None,
        ),
        nested: BTreeMap::new(),
        many: vec![],
        file: Bytes::from_static(b""),
        a_key_that_takes_more_than_the_half_of_a_line_of_a_file_with_a_default: "".into(),
    }))?;
    Ok(())
}

pub async fn m12<S: Send + Sync + 'static, A: Adapter>(ctx: crate::names_that_are_long_everywhere::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().op(&crate::names_that_are_long_everywhere::Op {
        a_key_that_takes_more_than_the_half_of_a_line_of_a_file: crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileOp::Two,
        more: Some(vec![255, 255, 255]),
    }).await?;
    Ok(())
}

pub async fn m13<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::names_that_are_long_everywhere::test::connect(&server).await?;
    let question = client.expect().op().await;
    question.answer(&crate::names_that_are_long_everywhere::TheNameOfAnotherTypeThatIsSoLongThatNothingElseFitsBesideItOnOneLineOfAFileOp::Two)?;
    Ok(())
}

pub async fn m14<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::names_that_are_long_everywhere::a_key_that_takes_more_than_the_half_of_a_line_of_a_file::test::connect(&server).await?;
    client.emit().a_key_that_takes_more_than_the_half_of_a_line_of_a_file(&crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineId::new("a")?)?;
    Ok(())
}

pub async fn m15<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::names_that_are_long_everywhere::a_key_that_takes_more_than_the_half_of_a_line_of_a_file::test::connect(&server).await?;
    client.emit().a_key_that_takes_more_than_the_half_of_a_line_of_a_file(&crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineId::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?)?;
    Ok(())
}

pub async fn m16<S: Send + Sync + 'static, A: Adapter>(ctx: crate::names_that_are_long_everywhere::game::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().a_key_that_takes_more_than_the_half_of_a_line_of_a_file(&crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineId::new("a")?)?;
    Ok(())
}

pub async fn m17<S: Send + Sync + 'static, A: Adapter>(ctx: crate::names_that_are_long_everywhere::game::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().a_key_that_takes_more_than_the_half_of_a_line_of_a_file(&crate::names_that_are_long_everywhere::TheNameOfATypeThatTakesMoreThanTheHalfOfALineId::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?)?;
    Ok(())
}
