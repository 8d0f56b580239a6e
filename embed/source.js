// @ts-check
/** Loads a data set. */

/** More is no comparison for a page. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_ROWS = 200_000;

/**
 * The data set of an address.
 * @param {string} src @param {AbortSignal} signal @param {(percent: number) => void} progress
 */
export async function fetchData(src, signal, progress) {
  const response = await fetch(new URL(src, document.baseURI), { signal });
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  const length = Number(response.headers.get('content-length'));
  const tooLong = new Error(`longer than ${MOST_BYTES / 1024 / 1024} MiB; only smaller data sets are taken`);
  if (length > MOST_BYTES) throw tooLong;
  let [text, bytes] = ['', 0];
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    bytes += chunk.value.length;
    if (bytes > MOST_BYTES) {
      await reader?.cancel();
      throw tooLong;
    }
    text += decoder.decode(chunk.value, { stream: true });
    if (length) progress(Math.min(100, Math.round((100 * bytes) / length)));
  }
  /** @type {{ rows?: unknown[] }} */
  let data;
  try {
    data = JSON.parse(text + decoder.decode());
  } catch (error) {
    throw new Error(`no JSON: ${/** @type {Error} */ (error).message}`);
  }
  const rows = Array.isArray(data?.rows) ? data.rows.length : 0;
  if (rows > MOST_ROWS) throw new Error(`${rows} rows; at most ${MOST_ROWS} are taken`);
  return data;
}
