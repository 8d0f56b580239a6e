// @ts-check
/** For a page that holds embed.html in a frame: makes each such frame as high as what it shows. */

addEventListener('message', ({ data, origin, source }) => {
  if (data?.type !== 'model-compare:height' || data.version !== 1 || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    // A frame with `sandbox` and without `allow-same-origin` has no origin of its own, and says "null".
    const opaque = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
    if (frame.contentWindow === source && origin === (opaque ? 'null' : new URL(frame.src).origin)) {
      frame.style.height = `${Math.min(Math.max(data.height, 0), 20000)}px`;
    }
  }
});
