import { answerUpstreamPage } from "@/lib/auth/upstream-pages";

const handler = async (request: Request, context: { params: Promise<{ path: string[] }> }) =>
  answerUpstreamPage(request, (await context.params).path.join("/"));

export { handler as GET, handler as POST };
