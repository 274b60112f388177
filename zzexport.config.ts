import base from './playwright.config.ts';
const { webServer: _w, ...rest } = base;
export default { ...rest, outputDir: '/tmp/i4/export/e2e', reporter: [['list']], use: { ...rest.use, baseURL: 'http://127.0.0.1:5140/', trace: 'off' } };
