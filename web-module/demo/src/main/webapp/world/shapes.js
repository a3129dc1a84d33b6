/** Small helpers to draw with. Lengths are in the unit that the context is scaled to. */

export const TAU = Math.PI * 2;

/**
 * @param {number} x
 * @param {number} y
 * @param {number} [salt]
 * @returns {number} 0 to 1, always the same for the same place: chance that does not flicker
 */
export function chance(x, y, salt = 0) {
  let hash = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(salt + 1, 2246822519);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/**
 * @param {string} text
 * @returns {number} a hue in degrees, the same for the same text
 */
export function hueOf(text) {
  let hash = 7;
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return Math.abs(Math.round(hash * 137.5)) % 360;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string | CanvasGradient} color
 * @param {number} x
 * @param {number} y
 * @param {number} rx
 * @param {number} [ry]
 * @param {number} [turn]
 */
export function oval(pen, color, x, y, rx, ry = rx, turn = 0) {
  pen.fillStyle = color;
  pen.beginPath();
  pen.ellipse(x, y, rx, ry, turn, 0, TAU);
  pen.fill();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} color
 * @param {number[]} points x, y, x, y…
 */
export function polygon(pen, color, ...points) {
  pen.fillStyle = color;
  pen.beginPath();
  for (let i = 0; i < points.length; i += 2) pen.lineTo(points[i], points[i + 1]);
  pen.closePath();
  pen.fill();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} color
 * @param {number} width
 * @param {number[]} points x, y, x, y…
 */
export function line(pen, color, width, ...points) {
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  for (let i = 0; i < points.length; i += 2) pen.lineTo(points[i], points[i + 1]);
  pen.stroke();
}

/**
 * @param {number} width
 * @param {number} height
 * @param {number} scale pixels per unit
 * @param {(pen: CanvasRenderingContext2D) => void} draw
 * @returns {HTMLCanvasElement}
 */
export function picture(width, height, scale, draw) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.scale(scale, scale);
  draw(pen);
  return canvas;
}
