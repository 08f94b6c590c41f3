// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    use std::collections::BTreeMap;
    let client = crate::names_that_typescript_has::test::connect(&server).await?;
    let answer = client.request().all(&crate::names_that_typescript_has::All {
        a: vec![],
        b: "".into(),
        c: "".into(),
        d: Bytes::from_static(b""),
        e: 0,
        f: 0,
        g: crate::names_that_typescript_has::Brand::new("a")?,
        h: crate::names_that_typescript_has::String::new("a")?,
        i: crate::names_that_typescript_has::Object { a: "".into() },
        j: crate::names_that_typescript_has::Function { a: BTreeMap::new() },
        k: crate::names_that_typescript_has::Promise::new("00000000-0000-0000-0000-000000000000".parse()?),
        l: crate::names_that_typescript_has::Symbol::A,
        m: crate::names_that_typescript_has::Record { file: Bytes::from_static(b"") },
        n: "".into(),
        o: crate::names_that_typescript_has::Op::A(crate::names_that_typescript_has::Record {
            file: Bytes::from_static(b""),
        }),
        p: "".into(),
        q: "".into(),
        r: "".into(),
        s: "".into(),
        t: "".into(),
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::bytes::Bytes;
    use std::collections::BTreeMap;
    let client = crate::names_that_typescript_has::test::connect(&server).await?;
    let answer = client.request().all(&crate::names_that_typescript_has::All {
        a: vec!["__proto__".into(), "line\nbreak\r\n".into(), "Hello, world".into()],
        b: "".into(),
        c: "{\"_placeholder\":true,\"num\":0}".into(),
        d: Bytes::from_static(b"\xbf\x936\0\x99\x9eRJ%p/\xf1\xe0T\x8av"),
        e: 0,
        f: 1,
        g: crate::names_that_typescript_has::Brand::new("</script>")?,
        h: crate::names_that_typescript_has::String::new("a")?,
        i: crate::names_that_typescript_has::Object { a: "😀".into() },
        j: crate::names_that_typescript_has::Function {
            a: BTreeMap::from([
                ("null".into(), crate::names_that_typescript_has::Record {
                    file: Bytes::from_static(b"d\x85\x81\x83y\xfeEg\xdd:\xde\x11\xc7\xecb\xaf\xa2\xfc\x8f"),
                }),
            ]),
        },
        k: crate::names_that_typescript_has::Promise::new("5976177b-3c24-4bb0-a4c6-0c0f0ff1d1ce".parse()?),
        l: crate::names_that_typescript_has::Symbol::B,
        m: crate::names_that_typescript_has::Record {
            file: Bytes::from_static(b"{\x04\xd9d\xda\x92<\xc0F\xbc\xf1\xa5\xec\xf8\xc0"),
        },
        n: "</script>".into(),
        o: crate::names_that_typescript_has::Op::A(crate::names_that_typescript_has::Record {
            file: Bytes::from_static(b"\x9bc\x80`\x82\xd9l\xa6\x16g\xa5t/\x98\x9f\xdf7p"),
        }),
        p: "😀".into(),
        q: "é".into(),
        r: "</script>".into(),
        s: "\u{10ffff}".into(),
        t: "\u{10ffff}".into(),
    }).await?;
    Ok(())
}

pub async fn m2<S: Send + Sync + 'static, A: Adapter>(ctx: crate::names_that_typescript_has::admin::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::bytes::Bytes;
    ctx.emit().all(&crate::names_that_typescript_has::Record { file: Bytes::from_static(b"") })?;
    Ok(())
}

pub async fn m3<S: Send + Sync + 'static, A: Adapter>(ctx: crate::names_that_typescript_has::admin::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::bytes::Bytes;
    ctx.emit().all(&crate::names_that_typescript_has::Record {
        file: Bytes::from_static(b"\xda\x87k\x14Y\x99\xccz]\xf6\xb5v*\xc6\x9b\xce\xea\xac\xaaWk\xce\x7f\xad\x1e@\xda\xda\xa4\xc4P\xe12\x05x\x1c\xfc:\x12\xa0\xc7C\xe8`\xb9\xe5\x9a\xba\xdbv\xb4\x1e\xddl|%\x99\xe1jc\xfd\xafQ\xba_R\x82\\\xdc\x94VW}`\x0e>I\xc3 \xedOU\x9c\xa1\xed\x88\xf1\xc4\x86\xc0kC\x18\x9e\x1cpkM`u\x9b\xaf\xc0=\xe4\xcd-\x8c]\x15!\xdfL\x8d'\xda\xc9(\xca(tp\xe5\x04#\xe1\xa9\xee\x89t\x1c\x8ct\xd0\x15\xf74\xb8_\x8e\xb8][G\xa3\x18\x9f4\x0f\x0f\xde/\x92=\x04\">\xf7V&\xa7\xdc\x9e\x16\xd1Z@\x10s|:\x07\x817S`FD\xf6\xdf.\xc2\xdd\xcdjs\x02\xf7\x9a\xb3\x91TVax\xf3\x9a\xa6\xdb\x8dY\xe0m|\xc3\xb8;\x81R\xb805\xd7\xc4'c8\xd5\xcdbb0\x0e.\xe2\xfbWI\x9a\xeaD\xc0\x01\xda\x03\xb5\xa0\x81\xdd\xd6\x16\x87\x91\xf20_}\xa7QU>\x16\xd0\x86\x93r\xd6\xd0t\x0c\xb6k\xffS9\x83\xcd\x9c<\x166\x9a\xe6\xed \xbf\xea\x84v\xf3\xa2\x014\xc43\xae\x86\xe1\xaa[\xf3ZAp\x17\x0f^\x82\xa3\x8d"),
    })?;
    Ok(())
}
