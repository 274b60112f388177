import type { Plugin } from 'vite';

export declare function viewerPlugin(): Plugin;
