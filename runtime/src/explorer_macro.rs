//! What generated code hands its contract to: with the feature `explorer` it makes a function of it, without nothing.
//!
//! Generated code cannot ask which features this crate was built with; see `test_client.rs`.

/// A function that gives the explorer.
#[cfg(feature = "explorer")]
#[doc(hidden)]
#[macro_export]
macro_rules! __explorer {
    ($contract:literal) => {
        /// The page on which every event of this contract can be tried: a service for the HTTP server that the engine is
        /// a layer of, `router.route_service("/ws/test", explorer())`.
        ///
        /// It is there in debug builds, for browsers on this machine; `.for_origins([…])` asks for more.
        pub fn explorer() -> $crate::explorer::Explorer {
            // Of the crate that is built, which may be another than this one's.
            $crate::explorer::Explorer::of($contract, ::core::cfg!(debug_assertions))
        }
    };
}

/// Nothing.
#[cfg(not(feature = "explorer"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __explorer {
    ($contract:literal) => {};
}
