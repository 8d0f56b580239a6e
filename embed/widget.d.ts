/** What the code exports, built beside these files. */
import type { Mount as MountType, Host } from './types';

export default function init(options: { module_or_path: Response }): Promise<unknown>;
export const Mount: new (host: Host, language: string) => MountType;
export function on_panic(failed: (message: string) => void): void;
export function styles(): string;
