// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().doc_save(&crate::bytes_and_defaults::Doc {
        id: "00000000-0000-0000-0000-000000000000".parse()?,
        body: None,
        role: crate::bytes_and_defaults::Role::Viewer,
        pages: 1,
        tags: vec![],
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().doc_save(&crate::bytes_and_defaults::Doc {
        id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
        body: Some(Bytes::from_static(b"nQc\x8c\xda\x89\x13l#\"\xa5\x89\xa9\x03\xf8E#\x9b4\x88\xd9\xc3N\xc9\xbfH\xc7;\x97\xbf\xa9\r\xffhkW\xe7\xb5U\xdb\x17^\xa9t\xe0M:\xaaE\x8a\xdd\xdd\x15\xa8\xf7v \xce.\x98\x13*\x9ei\xf1\xbc\xac\xd9C<\xd4\xcc\x0e\x0c\x84\x01k\x0e\xca\xcf\x8c\xca\n\xaa\x16\xe7z\x8c\xf4\xd8\xda\x888_\xa2\x87W\xeap)\x84\xa7\xdaPH~\xa0\xd8\xad\xcc\xf7B\x8b\x96\xdfV\xb1\x03\x9e\x94\x9f\xdf\xf0n\xab\x8a\xe7\xcaW?\xbcvL\x8a\x8a_\xe4y@TYP\xa0p\x84\xd8\xa9\xa66\x98\xcaq\xb97\x9evf\xae\xca\x07\xa7\x19\xc3\xf0\x94YO\x96\x9c\xcd\x11\xe6\x86\xdb\xb2g9*!\xe7\\\xa4\x13U\x1b\x9d\xdcB\xe8:Z^s5\xa0\xc2\xc1\xf90\x8b\xf4\n}\xf8\x1ek\xe1\x7fO\xb0\xf5!v\xcd\x9c\xe6PFL\x80\xb9>\xc0N\xbc\xdf=\xca\xaf\xfd\xea\xeeY$J\xa4\xd4\x1d\xa6\x87\xba\x05\xa8\x0b4\x81\x91\xb4tH9q}\x93C\x98\xe1>d\x10'4\xcd/:\xd8\xab\xed\xfd?\xc1\xad\xf8\x94#\xd8\x06qxLj\x8e\xa9\xbd\xb16bo{[\xae!9\x12\x89\xb2FO\xea\xf3")),
        role: crate::bytes_and_defaults::Role::Editor,
        pages: 100,
        tags: vec![
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        ],
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().folder(&crate::bytes_and_defaults::Folder {
        docs: vec![],
        by_name: BTreeMap::new(),
        cover: None,
    }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    use std::collections::BTreeMap;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().folder(&crate::bytes_and_defaults::Folder {
        docs: vec![
            crate::bytes_and_defaults::Doc {
                id: "00000000-0000-0000-0000-000000000000".parse()?,
                body: None,
                role: crate::bytes_and_defaults::Role::Viewer,
                pages: 1,
                tags: vec!["1e999".into(), "a".into(), "1e999".into()],
            },
            crate::bytes_and_defaults::Doc {
                id: "00000000-0000-0000-0000-000000000000".parse()?,
                body: Some(Bytes::from_static(b"D]\x0b\x84\xe1\xa5A")),
                role: crate::bytes_and_defaults::Role::Viewer,
                pages: 1,
                tags: vec!["\u{2028}\u{2029}".into()],
            },
            crate::bytes_and_defaults::Doc {
                id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
                body: Some(Bytes::from_static(b"@T\x1b\x13\xa7\t}")),
                role: crate::bytes_and_defaults::Role::Editor,
                pages: 100,
                tags: vec!["back\\slash".into(), "0".into(), "</script>".into()],
            },
            crate::bytes_and_defaults::Doc {
                id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
                body: Some(Bytes::from_static(b"(\xfd\xedYDr&;:5\x82")),
                role: crate::bytes_and_defaults::Role::Editor,
                pages: 1,
                tags: vec!["\0".into()],
            },
        ],
        by_name: BTreeMap::new(),
        cover: Some(Bytes::from_static(b"&\xd1\x13/N\x9as\x81\x07")),
    }).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().part(&crate::bytes_and_defaults::Part::Doc(crate::bytes_and_defaults::Doc {
        id: "00000000-0000-0000-0000-000000000000".parse()?,
        body: None,
        role: crate::bytes_and_defaults::Role::Viewer,
        pages: 1,
        tags: vec![],
    })).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().part(&crate::bytes_and_defaults::Part::End).await?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().pair(&(Bytes::from_static(b"W"), 0)).await?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().pair(&(
        Bytes::from_static(b"\xcc\xa4e\x0e-\xc2\xc7\xb7T\x7fl\x88xK[\xdf.\xffE\x14\xd8-\x07D#~\xbc\xf0\x1dO\x9d\x04\xcb\xe0\x18\x0bI\xd6U\x07\xbe\x85K\xe4\xf1\xff\0\xf3D\xc4\xaf\xb1y\xff9\x1e:\xd7\xf3\xf7\xf5\x19R}1B\x87\xba\xf6\xeb'\xde\xc01\xfe72a\x9b;5\x93G\x98\xecr\x9fj&?\x03*\xfb+\xe6\x0b18\xa0\x8e\x02;\x90\xd1}\xf1\x12\xf7\xf1\x9e\x92\xe5\xe0\xf4\xb3\x93:\x16\x02/?UR\x168\xd7\x19\xc5\x0eEg\xc0t*\x01R,\xc3\xc9\xb2\xc9_\xad\x04\x88u.\x12D \xa1\xb1\x7f\xc0\xb4\xbc\xcd\xf4\x9a\x82\xe9\xd7\xd5_J\xca\x04\x8c\x1ej\xb8\xbbj{\x96H\x88J\x92\xf0\xe4}RC\xafuR}\x19\x82\x83,\xd1\xbf\x08\x10\xba\xce\0S\x16\xf4Y\xd8\xab\x01a\xee\xc2V\xa3\xae\xab\nf\xf2)[\xe5\xb4\xea(J\xc3\x9c\xf4\xb3\xcb\xcb\xf6\x9d\x04\xcb\x8f\x93-\x80s\xec\x1byO\x8c'=\xaa\x1c@K\x84\xd0\xa3\xf4\xa6\xb1y\xc8\x06\x11\xc8\x08\x1fD\n\x9c\xc3\x0cX\xe13\x9eF\xef\xa3IC\xf4\x83\x97\xca\x92>o\xf3\xaa\xec}\xe6\xa82\xdcJyF\xfd yl_\x1f\xfc"),
        4294967295,
    )).await?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().upload(&crate::bytes_and_defaults::Upload {
        file: Bytes::from_static(b""),
        overwrite: false,
    }).await?;
    Ok(())
}

pub async fn m9<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().upload(&crate::bytes_and_defaults::Upload {
        file: Bytes::from_static(b"\x03\xd2)\x1d\xd2\xf0\x0f\x98\xac\x81P\xd5\x9fn\xf1\xe9\xf9vq\xa1\x9fYA\xa2\xa9\x05>\xd1\x9f\x95\xd6\x0f+M\xfbp\x8bt)\x08\xc0 \xc6\xdd\xe9\x1a\x84qN\x13\xb8w8\xb7\x91\xf8\xcc\xaa\xaem\xfc\r\xf4\x8f\xf2\x1f)\xc1''\xff\x9d\xb5\xd4\xf7\xd7\x92\x044\x98\x1f\xc8G\xb7b9\xfe:\xce}\xa3\\B\xe8\xf0d\xefY\xd7\xd9\xe26o\xbcY@\x08\x9b7\xf2\xc9Bq\xc0\xd8y\xcaB%8\xde\x06[\x80?e\xd4\x93`I\x02\xc4\xff\x98a\xe7\x97\x94\xa9\xfe\xf4\xb4(\x0c\x0fE%\x89\x9en\xd3\xa4{\x8b\x03\xd7\x1f\x11\xb4\xe1\xa9\xb8\xd6\xf8\xa1\xe6\x1e\xf7\xf6\n>\x85+@0\x0b\xa3\xf5\xe0\xf7\x89\x06\x99HP\xed\x7fk\xfb \x94\xb1\xe0\xf5y\xc99\xe1I\x8flb\xdd\x1e:y\x80P\x9e*\xfa\xd1+|\xc1\x95\\o\x17\xa2\xec\x1b)\x1b\xa2A\xae\\\xc6\xeej\xe2\x13[\x1f\xaeJ\x8b\xd5\x89c\xb1.\xa9\x87m/\x1c\xc0rW\xea\xef\xc0\xe9\x1cl\x03JG\xf3H\xa2\xe7Q\xbd:\xd6\xa2\xe0\xd2\x81\x19\xeav\xb1\x13\x8b\xf1\xd3\xeb\x8b\x04o\xe0\x93\xe5\x0f\x90x\xa9[\xde\xea\x93\x0c5\xecMg"),
        overwrite: true,
    }).await?;
    Ok(())
}

pub async fn m10<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().chunk(&Bytes::from_static(b"\xdb")).await?;
    Ok(())
}

pub async fn m11<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().chunk(&Bytes::from_static(b"R\xd9\xa4\x1c\xa4\xf0d\x84\xb9\xefpbB\x9b&u\x0e8\xd8\x97\x07\x9e\x88\x13:'\x1c\x19\xff\xe2\x029\x1d(\0\xd9%N\"\xb2[.b\xcd\xaa\xde$\xe9E`2\x16\x89L`\xb4a\xddZM\x98\xebZ\xb6\xb8o\xf6\xbc\x10kt\tP\x8ep\xd7=-\x8f\x05Hl\x9b5\x08\x0c\t\xfb\x99\xa9\x8d3\x90\xdb\xec{B\x9f\xd2\xab\xfd\x8ad\x89\xaf\x0b\xdc\x19\xe3T>z\xb8\xf4k\xf1\xe2\x0b\xa9\xc8-\xd7\x82\x9a\x0e\xd5\x14\xa0b\x85,X\xd7\xc5\x7f\xf5w\xe3\xce\x9d\xe8\x9a\x1dy?z3\xf7\xdb\xd3\xffP^Yf\xea\xe4{,\xa3Q\xc6\xbd\x04\x05Mf\x82\xea\xed\x13\x87\xff\xeb\xa2\xd0`\nD\xa7\\/\xef\xab\xc1\x11\xe2`\xed\"\xec}D0c\xa9Uq\xe3\r\x1a/\xcd\x1d,\xf0{\x1fj\x88\xb9\x1cm\x7f3\xbe\xfcD\xd2K\xb4(\xedy\xfd/\xf7}\x1cBt'\xe8TP\x9f\xe5n\x8b\xb2wwa\xfaL !\xce$\x92\xff$\x8cK%\xfc\xfc\xed\x94\xaa\xae\x0b\x1b{V\x08\x89\x91\xb0\xe1\xaa\x8f\xe3\xf6\x90\xae\x0f\x9d%\xbc\xf3\xa9\xa6\x0b\xbd\xd2\x94\x93K\n\x0f6\xfc\xc1\xad**\xf5\x19\0\x03")).await?;
    Ok(())
}

pub async fn m12<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().plain(&crate::bytes_and_defaults::Plain { note: None }).await?;
    Ok(())
}

pub async fn m13<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().plain(&crate::bytes_and_defaults::Plain {
        note: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    }).await?;
    Ok(())
}

pub async fn m14<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    client.emit().inline(&crate::bytes_and_defaults::Inline {
        file: Bytes::from_static(b""),
        name: "".into(),
    })?;
    Ok(())
}

pub async fn m15<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    client.emit().inline(&crate::bytes_and_defaults::Inline {
        file: Bytes::from_static(b"\x9f\x08Y\x1f}\x13\xa4<\xadw\rf%\xca\xa2\x9fu\x84b2\xaaB\xbeT\xa1\xf6\xeak\0O\x19\xa36{\xe5\x0e\xae0\xf0[\"\x94Nr\xab\xcf}\x04\xca\xd8\x82C\xceTI6\xc9-\xf8\\\x11~\xd6\x11V\x07\xab\xa0\xd7\x12I\x98\xde\x9eV\x15\x84\xcdc\x9a#|\x90OFur\xbe\xbe\xde\xdb\xc49\xdf\x06\x0eH\xdbi\xbe\n\xc0@\xd0\xfcR\x1b\x06\x92\xad\xcc\xb0M`\xe0\xbd\xdb^\xd5\x13@\xb8\x8d9m\xbc\xc5\x16\x0bE\xb3\xad\x1ev\xae\x92EW.\xe8A\xc4W*\xaf\xfe\x8e\xa7\x1d\x8b3\xbc&\x86\xff\x96\xae\x9f\"\x03%\x81=\xa0Vk\x85!\xe6\xbbOy\xa620:\xa3\xebM\xf3!\x023\x1a{\x96\xd0N\x03X\\n\x0b\x9e\x15\xb5\xd82FC\x84\x10\xe2\x18\x14m\"\x08\xbc\xe0fm\xe6l8g\xc9\xb4Jq\x1f\xb4\xa4\t\xf4{\x81\xb5\xb8\x94\x05\xb9\x7fe+\xda\x13\xc4cZ\x04\xd3\xd6\xa1\xa39\x80\x89b\x98<\xa9\x95K&\xdbu\x19t\xc0Ex4\x0ft\x9aD\x1a2O\xe2\x8b\xed\x96\xe4[\xdc-\x19\x8c\x89Q\x14L\x8bl\xc8X\xeb\x89\t9wU>T\xd8\x8a\x11\xe8"),
        name: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m16<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().args(&crate::bytes_and_defaults::Args {
        name: "".into(),
        file: Bytes::from_static(b""),
        doc: crate::bytes_and_defaults::Doc {
            id: "00000000-0000-0000-0000-000000000000".parse()?,
            body: None,
            role: crate::bytes_and_defaults::Role::Viewer,
            pages: 1,
            tags: vec![],
        },
    }).await?;
    Ok(())
}

pub async fn m17<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let answer = client.request().args(&crate::bytes_and_defaults::Args {
        name: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        file: Bytes::from_static(b"\n\xe1\xd0\xac\xab1\xd4HK)\x91\xefpg\xe8\x1eeW\xa5$\xf6\x8a}/pw\xc4\xd3\x80\x10\x9f\x03\x8cw\xdf\x0b{\x08/\xb4\xcaF\xb3\xa8*\tU\xa7\xab\x94\x9fw.\xe6\x9c\xae\xef'\x96\x8b\x13\xad\x1a\xcdiI\x1c\xfe\xd1\xffg\xb4;f\xe2\x9d\xcf\xb7\xf5\x82\x1c\x04\xfe\xcc\xe9rB8\x7f!\xf7\x95\xd4Gw;\xfc\xb1^\x19\xc8\x13\x18F>O\xfdQ\x07*\xe2\xa0\xea\xfd\xb8d!N\xe2\xf7\x93\x07\xf6N\x93\xcf\xcb+\xaf\xac\xc8e\x1c\xe2\xc1zR\x8e\xb0gh%\x8c\x16\x84\xa0wT]\xc8\xb4/\x8c\xf8w\xb7\xce./\xad>\xd5e\xc3\xb2P\xa3\x8c\xfb\xcf\x14\xf0X*\xbe\0\xf2/\xc0\xe2\xec\x95\x9a\xb3\xe2\xcf\xfa\x1eQ\x08\xf6\x0cM\xe9NA\x13[\x916\x04\x8fG\xc1V\x06\xf2\xba\x02\xf0\xcb\x99\x97\xa7\x86\xe0\xb7\xdf\x10)\x10e\x0eC{f\xde\x0fj`\xd5(XF\x02\xa4\x88*\xe1\xfd\x9d\xfa\x0ed\x8e\xf2s\xe0;1\x85\xa0D\xe5\x9dvj\xd6\x10\xe3\xd6\xf6\x1c\x0e\x04\xf40!\xf1Zl\xa8\xd6\xee\x98\xee\xba\xf5\x8d@\xf7(\xff<\xc9\xeb\x88\x9c,\x1c\x9e0\x01$\x03\xc5ht~\xbd"),
        doc: crate::bytes_and_defaults::Doc {
            id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
            body: Some(Bytes::from_static(b"4knwI\xdfX\x85~\xe7\x08\xe7yn\x05B9\xf3\x19\x82\"e9\x9e\xd4\xe0\xc9i\x9a\xc1\x8f-N@\xef,W\x8f\xd4ap\xdd\xda\x88#\xed6\xa6\x05\x10\x9b\x83\x99\xf7\x87\x9ef\xc5\xea\xdc\xb0\xe6#\x17\xd3o\xc9\x10\xfc\xf1%:\xe4J\xd1s\xe2\xa2\x82X\xbe\x89J\x0c\xd2g\n\x01\x05\xc4\xa7x\xf4\xdc\xcb.\xc8\xe5 \xc4\x9bN\x06\xd3\x11P\x12\xf0\x06B\x8by\xe0.\xa1\xc8\xaf\x84d\xae{o>/V \\\xbcp\xe5rz\x877\xea\x19\xc3\xb2,z\x81[\xfd\xfa\x93Vo\xd8\xc1PU&\x99\xbe|\xf6cW\xd7\x95\xeb\xa8\xfd\xf3I\x11\xb8\x8f\x13\xb4\x1c\xd7E\xb9\x13\xb4~\xde\x1b\x03oG\xb05\x92\xeb\x05\xf1\xeeFr\x83\xbb.C\xf8\xbal\x9b\xae\xc0\x81\x93\x1e1W\xc6p_\x11\xcf[\xef\x87Y\xdf\xeaR\x99\xfb.\x8di`>\r\x9cD\xa9\xac\xe7\xc6N\x05f}%>\xa1{M\xd9!_\xc4,\x8fC\x85\x89A\x90`(\xd0\xfd\x84\x10\xd5]\x8b\xd7\xb1\xf4n.\xa6\xf8\x1e\xfffN\x8a'/\xb2\t\x99\xd8BE/;\xc2\xdb\xb1&i-W'\x98\xe2S\xdeK\x80\xff\xc9\x85")),
            role: crate::bytes_and_defaults::Role::Editor,
            pages: 100,
            tags: vec![
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            ],
        },
    }).await?;
    Ok(())
}

pub async fn m18<S: Send + Sync + 'static, A: Adapter>(ctx: crate::bytes_and_defaults::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().doc(&crate::bytes_and_defaults::Doc {
        id: "00000000-0000-0000-0000-000000000000".parse()?,
        body: None,
        role: crate::bytes_and_defaults::Role::Viewer,
        pages: 1,
        tags: vec![],
    })?;
    Ok(())
}

pub async fn m19<S: Send + Sync + 'static, A: Adapter>(ctx: crate::bytes_and_defaults::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::bytes::Bytes;
    ctx.emit().doc(&crate::bytes_and_defaults::Doc {
        id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
        body: Some(Bytes::from_static(b"H\xc9\xe8\xa2<G\xda2\xd0\xbc\xa5,a%\x0f\x91&\xec\x94c\xf6J\x8e\x89\0\x05\x89\xcc\x93\x8a<\xc3\x95\x80l%\xbdJ\xb0'[\xb7r\x85\xa6VIz\x03\xd1\xfe\xb8\xe8\xde\x0cv\x19Qpn%\xb8\xec9B\xa9\xf2v\x92r)5NJ:\x97l\xf5\x81\x84\x0e\n1\xf1\xc7\x94\xcb\x15\xea\xf0\xa3\x10&\xc8\x80\x0e\xa8\x98\xa5Ci\xc7[<J\xf3^\x8d\xc1z\xbbC'\xc0\xe9YJ\xab\x1c\xf8C=\xa1?\x96SM\x08pMo\x14\xb1\x92\x18\xf0y\xc0b\xd1\xdc:\x94\x18\xec\xf7\xbc\xcamJ(FgJRt\xa0M\xd7\x8a\xcb\x1d@\x84\x1a\x8f\xf4x\x90\xad\x83px5\xc8\xf9\x93\xf2\x02\xfb\x89t\xc7/\x8f\xfb\xc9\x15k\x92b\xf53\xb5\x9b\xe3\xcc\x8d\xbcW\x9c-\xfb6\xf4\x8b\xdb\xc2`#g\x95\x93\xab3\xceA^\xf4\xc0^\x04\xaf\xa3\x8b\xcc\x08\xa5\xaf\xec\x88U\r\x93T\xaf<\xf0\xae\xc3\xa8\xa4\x91SI\x8b\x80h)\xcbv\xe3]\xcd\xa7\xeb\xd1R\xf1\xe4\xc0\xca<\xa5,\xd27\xcb7K\xbd\x9fF\xa6\xb5>\xec\xacc\x83\xbd\xeb\xbb\xc8\xb7vK\xab\x9a\x04\x7f\xca\x9d\x05\x05\xae\xa9s\xd1\x80")),
        role: crate::bytes_and_defaults::Role::Editor,
        pages: 100,
        tags: vec![
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        ],
    })?;
    Ok(())
}

pub async fn m20<S: Send + Sync + 'static, A: Adapter>(ctx: crate::bytes_and_defaults::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::bytes::Bytes;
    let answer = ctx.emit().report(&crate::bytes_and_defaults::Report {
        image: Bytes::from_static(b""),
        level: 0,
    }).await?;
    Ok(())
}

pub async fn m21<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let question = client.expect().report().await;
    question.answer(&Bytes::from_static(b"\xef"))?;
    Ok(())
}

pub async fn m22<S: Send + Sync + 'static, A: Adapter>(ctx: crate::bytes_and_defaults::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::bytes::Bytes;
    let answer = ctx.emit().report(&crate::bytes_and_defaults::Report {
        image: Bytes::from_static(b"\xca\xa00\x9c\xf2I(\xa7UB,\xba%\xc5\xfdf\xf9\x9eh\xa6GR\xa6\xf1\x94\xa4\xa7q\xab\x1eE\xe7\xc5\x81\xafj\xbfX\xd7H7s\xe5\x1b;\x80\x87\xc3<\x04\x8a\xdc\x97 \x1e\xb7\x91\x97\x83\xc8\x1c%\xf7\xeen\xa12\x9a\xe0c\xeb~\x8d2\xb2\xec\x10oBe`$lF\xa1\x1dk\x16\xc8rE\t\xf5\x10je\xebX\\\xb8\xf2Dt\xe12\x1e\xba\xbf\xcbS\xdf/\x10\x8b\xc9J3\x1a\\\xa7<6}H\xc4Is\x8d{\xee\x05\xa9C\xb6X\x04\x1d|\xdfB]\x92\n\xe4J\x0b\x03\x91G\xbbqm\xa0\x0b9\x03\x19CK\x82\xacC\xf4p\xedSU\x11\xf1\x0cJ\xf2\xee\xbc0\xfao\x80=}c\x95\xa6N\xbc9\x17\x17\x1cn9T-\xc1\x0f\x97\xb4\xb21\xa9m\x1e\x18>\xd7\x9a\xbe\xf3yV2\x96\x10b\xe6}\xe04\x99\xc8\x94\xc2\xc8\xec\x97\xf9\xac\xe42\x9bmW\x1a\x11X\x1c\xa0\xa4\\l\x04s\xaf*\x8a\x8a\xdcKZv\xfa\xc6A%l\xf8\0i<\x9d$\xf00-l\xe0cg\x01\xed\xca\xfe\xea\x19u\x13[_Er\xb2zt\x1a\xa0\xbd\x98\xda\xf4\xab9O\xaf\r\xee\x01\xcf'\x97\xb6"),
        level: 255,
    }).await?;
    Ok(())
}

pub async fn m23<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    let client = crate::bytes_and_defaults::test::connect(&server).await?;
    let question = client.expect().report().await;
    question.answer(&Bytes::from_static(b"\xf4B\xbeY\xb6\xb9\xeb\xec\xce\xcf\t\xa9\xe6\xf6\x9d'p\xa7!m\x8e\xe1\xe46\x80\xf86\xfb\x81u\xcc\x95 \x1e+\xaf\x1b\xc9]\x94c\\&\xd9v\x074Ik\x94\x9d&\xe2h\x9f\x0e\x9d\x83\xac\x88`]\xf9\x0b\xafC\xe3(\x0f\x1f&\x83\xff\xfa;\xfb\xc3\xfc\xad\xea\xdde\x1bj35Z\x10\x1a\tT\xa1}\xef \"\xc1\xad\xbd\x95\xdeiC'\x99\xc7-\x8fp\xfd\xb3R\x80\xab+?\xa2\xffew\xc4\r\xa2\xd5\xdc\x9f\xf0\xb3\tk\x1d\rg\xb8\x18\xaf\xca\x1a\x13\x96\xb1\xce\x96\x80\x0c\x077\x81\xd4k\xa5\xf0\x18n\xfb\x13\x0c\xa1\x01\xe9'\x1cy\x83\xd9\xce8}\xbdP\xdb\x9fG\x16\xc7\x1e\xbbj\xb3\xc0)>Zh\x04v\xbfz\xe3\xb8x\xaa\xe7L\x96l\xa5\xcd\xc7\x98N8\x19\x02j\xf8\xc6L\xaf\x9eU\xd8\xd2\x16\xa2\x12\x1b\x1e\xfa\xbelb\x8d\xa7f\xc0\xfc\xa6\xf0AA\x8b,\xa1A\x07\0\xad\x80\xb8\x9b?\r\xf0%\xecq0\x15\xc3\0\xady\xb11\xfc\x06\xcc\xf3\x1c\xc9\xf5\xec\xa0j\xa4\xcb\xd4S\xe7\xf1%\xa1\xf0\xa9\x86u+\xba\\\x8c\x18V\x96%\xfb\x9d\xb7P\x95i\xe0\xdeo\t\x05\x01\xe3\x0c\x83\x98"))?;
    Ok(())
}

pub async fn m24<S: Send + Sync + 'static, A: Adapter>(ctx: crate::bytes_and_defaults::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::bytes::Bytes;
    ctx.emit().file(&crate::bytes_and_defaults::File {
        name: "".into(),
        file: Bytes::from_static(b""),
    })?;
    Ok(())
}

pub async fn m25<S: Send + Sync + 'static, A: Adapter>(ctx: crate::bytes_and_defaults::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::bytes::Bytes;
    ctx.emit().file(&crate::bytes_and_defaults::File {
        name: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        file: Bytes::from_static(b"\x91\xf7\xce4\t4o\xa4\xa2w}4\x1b\xb339\x8f6\x0f\xab\xd0hS_8\xcc\xb5L\x0b\x06R\xc3\xaa6\x048\x83\xd8'|T\x07oot\xca\xe5\xf5\x99\x05210\xe4/\xbc\xd7\r@\xaf\xd4*\x1e\x1agIB\xdar\xa74?\x83p\xda\x7f\x07\x94p\x14\xd6\xf1\x9f\xae\x03ts,x\xedF,,\xce\xe1m\\\xf0\xc1X\xa67\x8cHF=\x16?;\xed\xfc\x9ca\xcfaH\x85\xf8\n\x8d\xfc\x10\x96\xa2\x8d\x9b\0x\x8c\xc47\x9c\xc3@Z\x81F\xb95\x17\x10\\\x084\x820\xd6Q\x97!\x81\xa3l\x8fG\xe9\x81\xea\xf7e\n\xc61Zs2\x18\0\x93\xfe\xcd\xf6\xe6_\x19M\xab\xabx\x1d\x8dy\xb5T}015\x04YnQ\xc6,[6\xbd\x1fl\xef\xe6#9\x92x\xd8J:C\xe9\x87i\xe6O\x1f\x07\xc9d\xfc\xa5\xaf\xc6\xa7\x99\"\r\xa0'OA\x1e!\x05\xbe\xa7\xa7\x86\xadY\xb8G\x13\xd8\x99H0\xb3\x0c\xd7\x0e\xe4&V!\xd1\x10\xcf\x9d&\xde\xdb\xde\xd2t\x14\xd1\xca\x11%MGw\xe7\x0c\x11<\xea\xe1\xe7n&\x1d\xeaOfm\xf3|b{/\x94\xd9Mps\x8de'\xe7"),
    })?;
    Ok(())
}
