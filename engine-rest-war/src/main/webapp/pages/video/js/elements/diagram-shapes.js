/** Where things stand in the diagram: side by side, or one below the other on a narrow screen. */
export const BOX = { width: 280, height: 132 };
export const RADIUS = 20;

export const wide = {
  viewBox: '0 0 1120 218',
  start: { x: 56, y: 80 },
  tasks: [{ x: 140, y: 14 }, { x: 700, y: 14 }],
  end: { x: 1064, y: 80 },
  flows: [[[76, 80], [140, 80]], [[420, 80], [700, 80]], [[980, 80], [1044, 80]]],
  captions: { start: { x: 56, y: 122, anchor: 'middle' }, end: { x: 1064, y: 122, anchor: 'middle' } },
  asks: [[280, 214, 152], [840, 214, 152]],
};

export const tall = {
  viewBox: '0 0 340 500',
  start: { x: 170, y: 26 },
  tasks: [{ x: 30, y: 88 }, { x: 30, y: 268 }],
  end: { x: 170, y: 462 },
  flows: [[[170, 46], [170, 88]], [[170, 220], [170, 268]], [[170, 400], [170, 442]]],
  captions: { start: { x: 202, y: 31, anchor: 'start' }, end: { x: 202, y: 458, anchor: 'start' } },
  asks: [],
};
