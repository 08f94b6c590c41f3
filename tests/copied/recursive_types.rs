// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::recursive_types::test::connect(&server).await?;
    let answer = client.request().comment(&crate::recursive_types::Comment {
        text: "".into(),
        replies: vec![],
        parent: None,
        quoted: None,
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::recursive_types::test::connect(&server).await?;
    let answer = client.request().comment(&crate::recursive_types::Comment {
        text: "a".into(),
        replies: vec![
            crate::recursive_types::Comment {
                text: "😀".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: Some(Box::new(crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        })),
                        quoted: None,
                    },
                ],
                parent: None,
                quoted: None,
            },
            crate::recursive_types::Comment {
                text: "'single'".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                ],
                parent: None,
                quoted: None,
            },
        ],
        parent: Some(Box::new(crate::recursive_types::Comment {
            text: "日本語".into(),
            replies: vec![],
            parent: None,
            quoted: Some(Box::new(crate::recursive_types::Comment {
                text: "\u{202e}rtl".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: Some(Box::new(crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        })),
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                ],
                parent: Some(Box::new(crate::recursive_types::Comment {
                    text: "a".into(),
                    replies: vec![
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                    ],
                    parent: None,
                    quoted: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: Some(Box::new(crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        })),
                        quoted: None,
                    })),
                })),
                quoted: Some(Box::new(crate::recursive_types::Comment {
                    text: "👩\u{200d}👩\u{200d}👧\u{200d}👦".into(),
                    replies: vec![
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                    ],
                    parent: None,
                    quoted: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: Some(Box::new(crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        })),
                        quoted: None,
                    })),
                })),
            })),
        })),
        quoted: Some(Box::new(crate::recursive_types::Comment {
            text: "0".into(),
            replies: vec![
                crate::recursive_types::Comment {
                    text: "é".into(),
                    replies: vec![
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                    ],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: Some(Box::new(crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        })),
                        quoted: None,
                    })),
                    quoted: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                },
                crate::recursive_types::Comment {
                    text: "é".into(),
                    replies: vec![
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                    ],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: Some(Box::new(crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        })),
                        quoted: None,
                    })),
                    quoted: None,
                },
                crate::recursive_types::Comment {
                    text: "1e999".into(),
                    replies: vec![
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                    ],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: Some(Box::new(crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        })),
                        quoted: None,
                    })),
                    quoted: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                },
                crate::recursive_types::Comment {
                    text: "Hello, world".into(),
                    replies: vec![
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                    ],
                    parent: None,
                    quoted: None,
                },
            ],
            parent: None,
            quoted: Some(Box::new(crate::recursive_types::Comment {
                text: "é".into(),
                replies: vec![],
                parent: Some(Box::new(crate::recursive_types::Comment {
                    text: "👩\u{200d}👩\u{200d}👧\u{200d}👦".into(),
                    replies: vec![
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                    ],
                    parent: None,
                    quoted: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                })),
                quoted: Some(Box::new(crate::recursive_types::Comment {
                    text: "'single'".into(),
                    replies: vec![
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                        crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        },
                    ],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: Some(Box::new(crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        })),
                        quoted: None,
                    })),
                    quoted: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: Some(Box::new(crate::recursive_types::Comment {
                            text: "".into(),
                            replies: vec![],
                            parent: None,
                            quoted: None,
                        })),
                        quoted: None,
                    })),
                })),
            })),
        })),
    }).await?;
    Ok(())
}

pub async fn m2<S: Send + Sync + 'static, A: Adapter>(ctx: crate::recursive_types::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().folder(&crate::recursive_types::Folder {
        name: "".into(),
        folders: BTreeMap::new(),
        owner: None,
    })?;
    Ok(())
}

pub async fn m3<S: Send + Sync + 'static, A: Adapter>(ctx: crate::recursive_types::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().folder(&crate::recursive_types::Folder {
        name: "\u{10ffff}".into(),
        folders: BTreeMap::from([
            ("日本語".into(), crate::recursive_types::Folder {
                name: "é".into(),
                folders: BTreeMap::from([
                    ("\t tab ".into(), crate::recursive_types::Folder {
                        name: "".into(),
                        folders: BTreeMap::new(),
                        owner: None,
                    }),
                    ("%00%2F".into(), crate::recursive_types::Folder {
                        name: "".into(),
                        folders: BTreeMap::new(),
                        owner: None,
                    }),
                    ("-0".into(), crate::recursive_types::Folder {
                        name: "".into(),
                        folders: BTreeMap::new(),
                        owner: Some(Box::new(crate::recursive_types::Person {
                            name: "".into(),
                            home: None,
                            friend: None,
                        })),
                    }),
                    ("\u{202e}rtl".into(), crate::recursive_types::Folder {
                        name: "".into(),
                        folders: BTreeMap::new(),
                        owner: None,
                    }),
                ]),
                owner: Some(Box::new(crate::recursive_types::Person {
                    name: "1e999".into(),
                    home: Some(Box::new(crate::recursive_types::Folder {
                        name: "".into(),
                        folders: BTreeMap::new(),
                        owner: Some(Box::new(crate::recursive_types::Person {
                            name: "".into(),
                            home: None,
                            friend: None,
                        })),
                    })),
                    friend: Some(Box::new(crate::recursive_types::Person {
                        name: "".into(),
                        home: None,
                        friend: None,
                    })),
                })),
            }),
        ]),
        owner: None,
    })?;
    Ok(())
}
