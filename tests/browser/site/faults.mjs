/** Fails with one line for each fault, each fault once. */
export function assertNone(faults) {
  const lines = [...new Set(faults)];
  if (lines.length > 0) throw new Error(`${lines.length} fault(s)\n${lines.join('\n')}`);
}
