// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::unions_of_every_kind::test::connect(&server).await?;
    let answer = client.request().ops(&vec![]).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::unions_of_every_kind::test::connect(&server).await?;
    let answer = client.request().ops(&vec![
        crate::unions_of_every_kind::Op::Noop,
        crate::unions_of_every_kind::Op::Noop,
        crate::unions_of_every_kind::Op::Noop,
    ]).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::unions_of_every_kind::test::connect(&server).await?;
    let answer = client.request().expr(&crate::unions_of_every_kind::Expr::Not(Box::new(crate::unions_of_every_kind::ExprNot {
        of: crate::unions_of_every_kind::Expr::Not(Box::new(crate::unions_of_every_kind::ExprNot {
            of: crate::unions_of_every_kind::Expr::Not(Box::new(crate::unions_of_every_kind::ExprNot {
                of: crate::unions_of_every_kind::Expr::All(crate::unions_of_every_kind::ExprAll {
                    of: vec![],
                }),
            })),
        })),
    }))).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::unions_of_every_kind::test::connect(&server).await?;
    let answer = client.request().expr(&crate::unions_of_every_kind::Expr::Value(crate::unions_of_every_kind::ExprValue {
        is: true,
    })).await?;
    Ok(())
}

pub async fn m4<S: Send + Sync + 'static, A: Adapter>(ctx: crate::unions_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().op(&crate::unions_of_every_kind::Op::Insert(crate::unions_of_every_kind::Insert {
        at: 0,
        text: "a".into(),
    }))?;
    Ok(())
}

pub async fn m5<S: Send + Sync + 'static, A: Adapter>(ctx: crate::unions_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().op(&crate::unions_of_every_kind::Op::Noop)?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::unions_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().state(&crate::unions_of_every_kind::State::On(None))?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::unions_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().state(&crate::unions_of_every_kind::State::Off)?;
    Ok(())
}

pub async fn m8<S: Send + Sync + 'static, A: Adapter>(ctx: crate::unions_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().closed(&crate::unions_of_every_kind::Closed::A(crate::unions_of_every_kind::Insert {
        at: 0,
        text: "a".into(),
    }))?;
    Ok(())
}

pub async fn m9<S: Send + Sync + 'static, A: Adapter>(ctx: crate::unions_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().closed(&crate::unions_of_every_kind::Closed::BC)?;
    Ok(())
}

pub async fn m10<S: Send + Sync + 'static, A: Adapter>(ctx: crate::unions_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().only(&crate::unions_of_every_kind::Only::Insert(crate::unions_of_every_kind::Insert {
        at: 0,
        text: "a".into(),
    }))?;
    Ok(())
}

pub async fn m11<S: Send + Sync + 'static, A: Adapter>(ctx: crate::unions_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().only(&crate::unions_of_every_kind::Only::Insert(crate::unions_of_every_kind::Insert {
        at: 4294967295,
        text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }))?;
    Ok(())
}

pub async fn m12<S: Send + Sync + 'static, A: Adapter>(ctx: crate::unions_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().shape(&crate::unions_of_every_kind::Shape::Circle(crate::unions_of_every_kind::Circle {
        radius: -1.7976931348623157e+308,
    }))?;
    Ok(())
}

pub async fn m13<S: Send + Sync + 'static, A: Adapter>(ctx: crate::unions_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().shape(&crate::unions_of_every_kind::Shape::Box(crate::unions_of_every_kind::Box {
        width: 1.7976931348623157e+308,
        height: 1.7976931348623157e+308,
    }))?;
    Ok(())
}
