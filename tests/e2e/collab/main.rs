//! The language's large example as a server: three files of types and events, every one of which does something that a
//! client can see.

include!("app.rs");

#[sockgen::socket_events("collab.sockgen.yaml")]
mod collab {}

impl<A: Adapter> collab::git::Handlers<A> for App {
    async fn git_log(
        &self,
        ctx: collab::Ctx<String, A>,
        data: collab::GitLog,
    ) -> Result<Vec<collab::Commit>, Fail> {
        let id = sockgen::uuid::Uuid::max();
        ctx.join(&collab::rooms::repo(&id));
        let commit = collab::Commit { id: id.into(), message: "first".to_owned(), parents: Vec::new() };
        ctx.within(&collab::rooms::repo(&id)).git_pushed(&commit).await?;
        Ok(vec![commit; usize::from(data.count)])
    }
}
