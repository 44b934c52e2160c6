import { route } from "@/lib/auth/route";
import { earlierAttemptsNow } from "@/lib/sync/setup/earlier-attempts";

export const GET = route({ role: "viewer", risk: "read" }, () => earlierAttemptsNow());
