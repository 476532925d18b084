/** Variables as people write them: `name = value`, one on each line. */
export function untypedVariables(text) {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  return Object.fromEntries(lines.map((line) => {
    const [, name, value] = /^([^=\s]+)\s*=\s*(.*)$/s.exec(line) ?? [];
    if (!name) throw new Error(`'${line}' is not a variable: write name = value`);
    return [name, typed(value)];
  }));
}

function typed(text) {
  if (/^".*"$/s.test(text)) return { value: text.slice(1, -1), type: 'String' };
  if (text === 'true' || text === 'false') return { value: text === 'true', type: 'Boolean' };
  if (text === 'null') return { value: null, type: 'Null' };
  if (/^-?\d+$/.test(text)) return Math.abs(Number(text)) < 2 ** 31 ? { value: Number(text), type: 'Integer' } : { value: BigInt(text), type: 'Long' };
  if (/^-?\d+\.\d+$/.test(text)) return { value: Number(text), type: 'Double' };
  if (/^[[{]/.test(text)) return { value: text, type: 'Json' };
  return { value: text, type: 'String' };
}
