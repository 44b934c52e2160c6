import { route } from "@/lib/auth/route";
import { annotationHeads } from "@/lib/store/annotations";

/** The tags and owners of all connections that have any, as AnnotationHead[]. */
export const GET = route({ role: "viewer", risk: "read" }, () => annotationHeads());
