// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::recursion_through_aliases::test::connect(&server).await?;
    let answer = client.request().echo(&None).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::recursion_through_aliases::test::connect(&server).await?;
    let answer = client.request().echo(&None).await?;
    Ok(())
}

pub async fn m2<S: Send + Sync + 'static, A: Adapter>(ctx: crate::recursion_through_aliases::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().changed(&crate::recursion_through_aliases::B {
        alias: None,
        optional: None,
        both: None,
        list: vec![],
        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
    })?;
    Ok(())
}

pub async fn m3<S: Send + Sync + 'static, A: Adapter>(ctx: crate::recursion_through_aliases::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().changed(&crate::recursion_through_aliases::B {
        alias: Some(Box::new(crate::recursion_through_aliases::B {
            alias: Some(Box::new(crate::recursion_through_aliases::B {
                alias: None,
                optional: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: None,
                    both: Some(None),
                    list: vec![None],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                both: None,
                list: vec![None, None, None],
                inline: crate::recursion_through_aliases::BInline {
                    inner: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    alias: None,
                },
            })),
            optional: Some(Box::new(crate::recursion_through_aliases::B {
                alias: None,
                optional: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: None,
                    both: None,
                    list: vec![None, None, None, None],
                    inline: crate::recursion_through_aliases::BInline {
                        inner: None,
                        alias: Some(None),
                    },
                })),
                both: Some(None),
                list: vec![
                    None,
                    Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                ],
                inline: crate::recursion_through_aliases::BInline {
                    inner: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    alias: Some(None),
                },
            })),
            both: Some(Some(Box::new(crate::recursion_through_aliases::B {
                alias: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    both: Some(None),
                    list: vec![None, None, None, None],
                    inline: crate::recursion_through_aliases::BInline {
                        inner: None,
                        alias: Some(None),
                    },
                })),
                optional: None,
                both: None,
                list: vec![
                    Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    None,
                ],
                inline: crate::recursion_through_aliases::BInline {
                    inner: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    alias: Some(Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    }))),
                },
            }))),
            list: vec![
                Some(Box::new(crate::recursion_through_aliases::B {
                    alias: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    both: Some(None),
                    list: vec![None, None],
                    inline: crate::recursion_through_aliases::BInline {
                        inner: None,
                        alias: Some(None),
                    },
                })),
                Some(Box::new(crate::recursion_through_aliases::B {
                    alias: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    both: Some(Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    }))),
                    list: vec![None, None, None],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                None,
            ],
            inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
        })),
        optional: None,
        both: None,
        list: vec![],
        inline: crate::recursion_through_aliases::BInline {
            inner: Some(Box::new(crate::recursion_through_aliases::B {
                alias: None,
                optional: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    both: Some(Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    }))),
                    list: vec![None, None, None],
                    inline: crate::recursion_through_aliases::BInline {
                        inner: None,
                        alias: Some(None),
                    },
                })),
                both: Some(Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: Some(Box::new(crate::recursion_through_aliases::B {
                            alias: None,
                            optional: None,
                            both: None,
                            list: vec![],
                            inline: crate::recursion_through_aliases::BInline {
                                inner: None,
                                alias: None,
                            },
                        })),
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                }))),
                list: vec![
                    Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: Some(None),
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                    })),
                ],
                inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
            })),
            alias: None,
        },
    })?;
    Ok(())
}
