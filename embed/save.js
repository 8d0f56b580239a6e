// @ts-check
/** Files that a reader takes along. */

/** Hands a file to the reader. @param {Blob} content @param {string} name */
export function save(content, name) {
  const file = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: file, download: name }).click();
  // WebKit has not begun to read it yet.
  setTimeout(() => URL.revokeObjectURL(file), 60_000);
}

/**
 * A picture of paths as one of pixels, two of them for one of the picture; fails where the page allows no such image.
 * @param {string} svg @returns {Promise<Blob>}
 */
export async function painted(svg) {
  const image = new Image();
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = reject;
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  });
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('nothing was painted'))));
  });
}
