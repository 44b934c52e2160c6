import "@fontsource-variable/geist/wght.css";
import "@fontsource-variable/geist-mono/wght.css";
import "@/app/globals.css";
import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import { isTheme, THEME_COOKIE } from "@/components/shell/theme";
import { accountStatus } from "@/lib/sync/snapshot";

export const metadata: Metadata = {
  title: { default: "Headgate", template: "%s · Headgate" },
  description: "A console for Fivetran that you host yourself",
  robots: { index: false, follow: false },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, sent, status] = await Promise.all([cookies(), headers(), accountStatus()]);
  const chosen = jar.get(THEME_COOKIE)?.value;
  const theme = isTheme(chosen) ? chosen : "system";
  return (
    <html lang="en" data-theme={theme}>
      <head>
        <meta
          name="csp-nonce"
          // React Aria reads its style elements' nonce here; browsers hide the attribute from scripts.
          nonce={sent.get("x-nonce") ?? undefined}
          suppressHydrationWarning
        />
      </head>
      <body>
        <Providers status={status} theme={theme}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
