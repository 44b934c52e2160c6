"use client";
import { Monitor, Moon, Sun, SunMoon } from "lucide-react";
import { createContext, useContext, useState } from "react";
import { isTheme, rememberTheme, type Theme } from "@/components/shell/theme";
import { Menu } from "@/components/ui/menu";

/** The theme that the page was drawn with. */
export const DrawnTheme = createContext<Theme>("system");

/** System, light or dark; kept in a cookie so that the server draws the next page in it. */
export function ThemeMenu() {
  const drawn = useContext(DrawnTheme);
  const [theme, setTheme] = useState(drawn);
  const choose = (id: string) => {
    if (!isTheme(id)) return;
    rememberTheme(id);
    setTheme(id);
  };
  return (
    <Menu
      label="Theme"
      selection="single"
      trigger={{ title: "Theme" }}
      onAction={choose}
      items={[
        { id: "system", label: "As the system", icon: Monitor, checked: theme === "system" },
        { id: "light", label: "Light", icon: Sun, checked: theme === "light" },
        { id: "dark", label: "Dark", icon: Moon, checked: theme === "dark" },
      ]}
      className="inline-grid size-7 place-items-center rounded-2 text-ink-3 hover:bg-hover hover:text-ink max-sm:size-9"
    >
      <SunMoon aria-hidden="true" className="icon" />
    </Menu>
  );
}
