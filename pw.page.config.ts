import base from './playwright.config.ts';
export default { ...base, outputDir: '/tmp/i4/page/results', reporter: [['list']], use: { ...base.use, baseURL: 'http://127.0.0.1:5151/' }, webServer: { command: 'npx vite preview --outDir /tmp/i4/page/dist --port 5151 --host 127.0.0.1 --strictPort', url: 'http://127.0.0.1:5151/', reuseExistingServer: false } };
