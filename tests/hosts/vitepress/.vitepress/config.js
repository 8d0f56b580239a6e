export default {
  title: 'A site',
  base: '/hosts/vitepress/',
  srcExclude: ['public/**'],
  head: [
    ['link', { rel: 'icon', href: 'data:,' }],
    ['script', { type: 'module', src: '/hosts/vitepress/model-compare/model-compare.js' }],
  ],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'model-compare' } } },
  themeConfig: { search: { provider: 'local' } },
};
