export declare const LAUNCH_ARGS: readonly string[];
export declare function findBrowser(options?: { install?: boolean }): Promise<string>;
