import { isLoadError, loadFailure } from "@/components/ui/load-failure";
import { notify } from "@/lib/queries/notice";

/**
 * Loads code that is needed for one act. Where it does not arrive, a notice says so.
 * @param what as a sentence begins: "The download"
 * @param load an `import()`; asking again after a failure fetches again
 * @returns null where it did not arrive
 */
export async function loadCode<T>(what: string, load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch (error) {
    if (!isLoadError(error)) throw error;
    notify(await loadFailure(what, error));
    return null;
  }
}
