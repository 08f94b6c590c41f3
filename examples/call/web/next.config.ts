import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Next's own mark lies over the page's controls on a phone.
  devIndicators: false,
};

export default config;
