// Keeps what the page complains of, in any engine: `heard` is a list of texts.
window.heard = [];
for (const level of ['warn', 'error']) {
  const say = console[level];
  console[level] = (...words) => {
    window.heard.push(words.map(String).join(' '));
    say.apply(console, words);
  };
}
addEventListener('error', (event) => window.heard.push(`error: ${event.message}`));
addEventListener('unhandledrejection', (event) => window.heard.push(`rejected: ${event.reason}`));
addEventListener('securitypolicyviolation', (event) => window.heard.push(`refused: ${event.blockedURI}`));
