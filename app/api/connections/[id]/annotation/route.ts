import { route } from "@/lib/auth/route";
import { AnnotationBody } from "@/lib/model/annotation-body";
import { readAnnotation } from "@/lib/store/annotations";
import { annotate } from "@/lib/sync/annotate";

/** What people say about a connection, as StoredAnnotation. */
export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, (_, { id }) => readAnnotation(id));

export const PUT = route<{ id: string }>(
  { role: "operator", risk: "reversible" },
  async (request, { id }, context) => {
    const { version, ...annotation } = AnnotationBody.parse(await request.json());
    return annotate(id, version, annotation, context);
  },
);
