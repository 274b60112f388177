import type { Server } from 'node:http';
export declare function createSiteServer(dir: string, options?: { base?: string }): Server;
