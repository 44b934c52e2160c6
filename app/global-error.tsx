"use client";
import "@/app/globals.css";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** Stands in where even the frame cannot be drawn: it needs nothing of the server. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Headgate</title>
        <main className="grid min-h-dvh place-items-center">
          <Empty
            art="dry"
            level={1}
            title="The console could not draw this page"
            actions={
              <Button look="primary" onClick={reset}>
                Try again
              </Button>
            }
          >
            It failed on its own server; its log says why. Nothing was changed in Fivetran.
          </Empty>
        </main>
      </body>
    </html>
  );
}
