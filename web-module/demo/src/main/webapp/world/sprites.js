/** Beings and treasures. Feet at 0, 0; a tile is 1; looking to the right. */
import { hueOf, line, oval, polygon, TAU } from './shapes.js';

/**
 * @typedef {object} Pose
 * @property {number} now
 * @property {number} walked
 * @property {boolean} isMoving
 * @property {boolean} isFlashing hit a moment ago
 * @property {number | undefined} swing 0 to 1 while it strikes
 * @property {string} name
 * @property {number} phase so that not all bob alike
 *
 * @typedef {(pen: CanvasRenderingContext2D, pose: Pose) => void} Drawing
 */

/** @type {Readonly<Record<string, Drawing>>} */
export const SPRITES = Object.freeze({ hero, slime, wolf, bat, golem, coin, gem, heart, chest });

/**
 * Each player is a fruit of its own colour, with a leaf and a sword.
 *
 * @type {Drawing}
 */
function hero(pen, { now, walked, isMoving, isFlashing, swing, name, phase }) {
  const hue = hueOf(name);
  const step = isMoving ? Math.sin(walked * 7) : 0;
  const bob = isMoving ? Math.abs(step) * 0.06 : Math.sin(now / 500 + phase) * 0.015;
  oval(pen, 'rgb(20 30 15 / 30%)', 0, 0, 0.36, 0.13);
  oval(pen, '#5b4632', -0.13 + step * 0.1, -0.04 - Math.max(0, step) * 0.06, 0.12, 0.08);
  oval(pen, '#5b4632', 0.15 - step * 0.1, -0.04 - Math.max(0, -step) * 0.06, 0.12, 0.08);
  pen.translate(0, -0.42 - bob);
  if (swing === undefined) sword(pen, 0.3, 0.08, -0.35);
  const skin = isFlashing ? '#ffffff' : `hsl(${hue} 62% 58%)`;
  oval(pen, isFlashing ? '#ffe3e3' : `hsl(${hue} 55% 40%)`, 0, 0.02, 0.38, 0.375);
  oval(pen, skin, 0, 0, 0.36, 0.35);
  oval(pen, `hsl(${hue} 75% 74% / 75%)`, -0.1, -0.14, 0.16, 0.11, -0.5);
  pen.fillStyle = '#4f8a3c';
  pen.beginPath();
  pen.moveTo(-0.02, -0.34);
  pen.quadraticCurveTo(0.04, -0.62, 0.32, -0.56);
  pen.quadraticCurveTo(0.26, -0.34, -0.02, -0.34);
  pen.fill();
  line(pen, '#3b6b2c', 0.035, -0.02, -0.32, 0.2, -0.5);
  const blink = (now / 1000 + phase * 3) % 4 < 0.12 ? 0.15 : 1;
  for (const x of [0.03, 0.22]) {
    oval(pen, '#fffdf5', x, -0.05, 0.075, 0.09 * blink);
    oval(pen, '#2a2018', x + 0.025, -0.045, 0.04, 0.055 * blink);
  }
  oval(pen, `hsl(${(hue + 340) % 360} 80% 68% / 55%)`, -0.04, 0.08, 0.06, 0.035);
  oval(pen, `hsl(${(hue + 340) % 360} 80% 68% / 55%)`, 0.27, 0.08, 0.05, 0.035);
  line(pen, '#5a2f22', 0.035, 0.08, 0.1, 0.13, 0.125, 0.18, 0.1);
  if (swing !== undefined) {
    const turn = -1.5 + swing * 2.9;
    pen.strokeStyle = `rgb(255 255 255 / ${(0.6 * (1 - swing)).toFixed(2)})`;
    pen.lineWidth = 0.16;
    pen.beginPath();
    pen.arc(0.2, 0.05, 0.62, Math.max(-1.5, turn - 1.1) - 0.35, turn - 0.35);
    pen.stroke();
    sword(pen, 0.28, 0.06, turn);
  }
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} turn */
function sword(pen, x, y, turn) {
  pen.save();
  pen.translate(x, y);
  pen.rotate(turn);
  polygon(pen, '#e8edf0', 0.1, -0.045, 0.55, -0.035, 0.63, 0, 0.55, 0.035, 0.1, 0.045);
  polygon(pen, '#b8c2c9', 0.1, 0, 0.63, 0, 0.55, 0.035, 0.1, 0.045);
  line(pen, '#8a5a2b', 0.07, -0.06, 0, 0.1, 0);
  line(pen, '#d8a53a', 0.06, 0.1, -0.1, 0.1, 0.1);
  pen.restore();
}

/** @type {Drawing} */
function slime(pen, { now, isFlashing, swing, isMoving, walked, phase }) {
  const beat = isMoving ? Math.sin(walked * 9) : Math.sin(now / 420 + phase);
  const squash = 1 + beat * (isMoving ? 0.12 : 0.05) + (swing === undefined ? 0 : Math.sin(swing * Math.PI) * 0.25);
  oval(pen, 'rgb(20 30 15 / 30%)', 0, 0, 0.4, 0.13);
  pen.scale(1 / squash, squash);
  pen.fillStyle = isFlashing ? '#ffffff' : '#e2618a';
  pen.beginPath();
  pen.moveTo(-0.4, -0.02);
  pen.bezierCurveTo(-0.44, -0.5, -0.2, -0.62, 0, -0.62);
  pen.bezierCurveTo(0.2, -0.62, 0.44, -0.5, 0.4, -0.02);
  pen.quadraticCurveTo(0, 0.1, -0.4, -0.02);
  pen.fill();
  oval(pen, 'rgb(255 255 255 / 35%)', -0.14, -0.44, 0.12, 0.07, -0.6);
  oval(pen, '#b23c68', 0.02, -0.06, 0.26, 0.06);
  for (const x of [-0.02, 0.2]) {
    oval(pen, '#fffafc', x, -0.3, 0.075, 0.09);
    oval(pen, '#3a1020', x + 0.025, -0.29, 0.04, 0.05);
  }
  line(pen, '#6d1a3b', 0.035, 0.03, -0.15, 0.1, -0.12, 0.17, -0.15);
}

/** @type {Drawing} */
function wolf(pen, { now, walked, isMoving, isFlashing, swing, phase }) {
  const step = isMoving ? Math.sin(walked * 6) : 0;
  const lunge = swing === undefined ? 0 : Math.sin(swing * Math.PI) * 0.25;
  const [dark, mid, light] = isFlashing ? ['#ffffff', '#ffffff', '#ffffff'] : ['#4c5064', '#6d7288', '#a9adbd'];
  oval(pen, 'rgb(20 30 15 / 30%)', 0, 0, 0.55, 0.14);
  pen.translate(lunge, 0);
  for (const [x, swingOf] of [[-0.34, step], [-0.2, -step], [0.18, step], [0.32, -step]]) {
    line(pen, dark, 0.12, x, -0.25, x + swingOf * 0.14, -0.03);
  }
  line(pen, mid, 0.17, -0.42, -0.42, -0.6, -0.55 - Math.sin(now / 240 + phase) * 0.05, -0.74, -0.5);
  oval(pen, mid, -0.05, -0.4, 0.46, 0.22);
  oval(pen, light, 0, -0.31, 0.34, 0.1);
  oval(pen, dark, -0.1, -0.52, 0.32, 0.1);
  polygon(pen, dark, 0.24, -0.72, 0.26, -0.98, 0.42, -0.78);
  polygon(pen, dark, 0.42, -0.74, 0.5, -0.96, 0.6, -0.7);
  oval(pen, mid, 0.42, -0.62, 0.23, 0.2);
  polygon(pen, light, 0.46, -0.62, 0.84, -0.52, 0.8, -0.42, 0.46, -0.44);
  oval(pen, '#1d1d26', 0.82, -0.52, 0.05, 0.04);
  oval(pen, '#ffd95e', 0.49, -0.66, 0.05, 0.045);
  oval(pen, '#1d1d26', 0.5, -0.66, 0.022, 0.04);
  for (const x of [0.62, 0.72]) polygon(pen, '#ffffff', x, -0.44, x + 0.05, -0.44, x + 0.025, -0.36);
}

/** @type {Drawing} */
function bat(pen, { now, isFlashing, swing, phase }) {
  const flap = Math.sin(now / 85 + phase * 5);
  const hover = -0.75 + Math.sin(now / 300 + phase) * 0.08 + (swing === undefined ? 0 : Math.sin(swing * Math.PI) * 0.3);
  oval(pen, 'rgb(10 6 24 / 35%)', 0, 0, 0.3, 0.1);
  pen.translate(0, hover);
  for (const side of [-1, 1]) {
    pen.fillStyle = isFlashing ? '#ffffff' : '#3c2a5c';
    pen.beginPath();
    pen.moveTo(side * 0.1, -0.04);
    pen.quadraticCurveTo(side * 0.4, -0.34 - flap * 0.22, side * 0.72, -0.12 - flap * 0.3);
    pen.quadraticCurveTo(side * 0.56, 0, side * 0.5, 0.14 - flap * 0.12);
    pen.quadraticCurveTo(side * 0.36, 0.02, side * 0.28, 0.16 - flap * 0.05);
    pen.quadraticCurveTo(side * 0.2, 0.06, side * 0.08, 0.12);
    pen.fill();
  }
  for (const x of [-0.12, 0.12]) polygon(pen, '#54407d', x - 0.07, -0.12, x * 1.3, -0.36, x + 0.07, -0.12);
  oval(pen, isFlashing ? '#ffffff' : '#65508f', 0, 0, 0.21, 0.22);
  for (const x of [-0.02, 0.12]) {
    oval(pen, '#fff3c4', x, -0.04, 0.055, 0.06);
    oval(pen, '#c21f3a', x + 0.015, -0.035, 0.03, 0.035);
  }
  for (const x of [-0.01, 0.1]) polygon(pen, '#ffffff', x, 0.09, x + 0.05, 0.09, x + 0.025, 0.17);
}

/** @type {Drawing} */
function golem(pen, { now, walked, isMoving, isFlashing, swing, phase }) {
  const step = isMoving ? Math.sin(walked * 5) : 0;
  const [dark, mid, light] = isFlashing ? ['#ffffff', '#ffffff', '#ffffff'] : ['#57606b', '#77818c', '#9ba5ad'];
  const raise = swing === undefined ? Math.sin(now / 700 + phase) * 0.02 : -Math.sin(swing * Math.PI) * 0.5;
  oval(pen, 'rgb(10 6 24 / 40%)', 0, 0, 0.62, 0.18);
  for (const side of [-1, 1]) polygon(pen, dark, side * 0.12, -0.3, side * 0.42, -0.32, side * 0.42 + step * 0.06 * side, 0.02, side * 0.14 + step * 0.06 * side, 0.02);
  polygon(pen, mid, -0.46, -0.34, -0.56, -0.92, -0.3, -1.14, 0.32, -1.14, 0.58, -0.9, 0.46, -0.34);
  polygon(pen, light, -0.56, -0.92, -0.3, -1.14, 0.32, -1.14, 0.2, -0.9, -0.3, -0.84);
  polygon(pen, dark, 0.46, -0.34, 0.58, -0.9, 0.32, -0.7, 0.24, -0.36);
  for (const side of [-1, 1]) {
    const y = -0.5 + (side > 0 ? raise : -raise * 0.2);
    line(pen, mid, 0.2, side * 0.54, -0.88, side * 0.7, y);
    oval(pen, dark, side * 0.72, y + 0.08, 0.2, 0.19);
    oval(pen, light, side * 0.68, y + 0.02, 0.1, 0.08);
  }
  polygon(pen, mid, -0.2, -1.1, -0.26, -1.42, 0.02, -1.54, 0.3, -1.42, 0.24, -1.1);
  polygon(pen, light, -0.26, -1.42, 0.02, -1.54, 0.3, -1.42, 0.04, -1.36);
  const glow = `hsl(178 90% ${62 + Math.sin(now / 260 + phase) * 10}%)`;
  for (const x of [-0.04, 0.16]) oval(pen, glow, x, -1.26, 0.055, 0.045);
  line(pen, glow, 0.045, -0.12, -0.62, 0.02, -0.76, 0.1, -0.56, 0.2, -0.66);
  oval(pen, '#6f9c56', -0.34, -1.1, 0.17, 0.07);
}

/** @type {Drawing} */
function coin(pen, { now, phase }) {
  const turn = Math.cos(now / 350 + phase * 4);
  oval(pen, 'rgb(20 30 15 / 28%)', 0, 0, 0.18, 0.06);
  pen.translate(0, -0.26 - Math.sin(now / 400 + phase) * 0.03);
  oval(pen, '#b9821a', 0, 0.015, Math.max(0.05, Math.abs(turn) * 0.2), 0.2);
  oval(pen, '#f8cf4f', 0, 0, Math.max(0.04, Math.abs(turn) * 0.18), 0.18);
  oval(pen, '#fff0a8', -Math.abs(turn) * 0.05, -0.05, Math.abs(turn) * 0.07, 0.07);
}

/** @type {Drawing} */
function gem(pen, { now, phase }) {
  oval(pen, 'rgb(20 30 15 / 28%)', 0, 0, 0.18, 0.06);
  pen.translate(0, -0.28 - Math.sin(now / 400 + phase) * 0.04);
  polygon(pen, '#1d8f86', -0.22, -0.06, -0.11, -0.2, 0.11, -0.2, 0.22, -0.06, 0, 0.24);
  polygon(pen, '#45d0c0', -0.22, -0.06, -0.11, -0.2, 0.11, -0.2, 0.22, -0.06);
  polygon(pen, '#aef5ea', -0.08, -0.06, -0.04, -0.18, 0.08, -0.18, 0.06, -0.06);
  polygon(pen, '#30b5a7', -0.08, -0.06, 0.06, -0.06, 0, 0.24);
  sparkle(pen, now, phase, 0.16, -0.2);
}

/** @type {Drawing} */
function heart(pen, { now, phase }) {
  const beat = 1 + Math.max(0, Math.sin(now / 220 + phase)) * 0.1;
  oval(pen, 'rgb(20 30 15 / 28%)', 0, 0, 0.18, 0.06);
  pen.translate(0, -0.28);
  pen.scale(beat, beat);
  pen.fillStyle = '#e2445c';
  pen.beginPath();
  pen.moveTo(0, 0.2);
  pen.bezierCurveTo(-0.36, -0.06, -0.2, -0.32, 0, -0.14);
  pen.bezierCurveTo(0.2, -0.32, 0.36, -0.06, 0, 0.2);
  pen.fill();
  oval(pen, 'rgb(255 255 255 / 60%)', -0.1, -0.1, 0.05, 0.035, -0.6);
}

/** @type {Drawing} */
function chest(pen, { now, phase }) {
  oval(pen, 'rgb(20 30 15 / 30%)', 0, 0, 0.32, 0.1);
  polygon(pen, '#7d4f27', -0.28, 0, -0.3, -0.26, 0.3, -0.26, 0.28, 0);
  pen.fillStyle = '#9c6633';
  pen.beginPath();
  pen.moveTo(-0.31, -0.24);
  pen.quadraticCurveTo(-0.31, -0.46, 0, -0.46);
  pen.quadraticCurveTo(0.31, -0.46, 0.31, -0.24);
  pen.fill();
  line(pen, '#e0b045', 0.05, -0.3, -0.24, 0.3, -0.24);
  oval(pen, '#f4d06a', 0, -0.21, 0.07, 0.075);
  oval(pen, '#5a3a1c', 0, -0.2, 0.025, 0.035);
  sparkle(pen, now, phase, 0.24, -0.44);
}

/** @param {CanvasRenderingContext2D} pen @param {number} now @param {number} phase @param {number} x @param {number} y */
function sparkle(pen, now, phase, x, y) {
  const size = Math.max(0, Math.sin(now / 380 + phase * 7)) * 0.11;
  if (size < 0.02) return;
  for (let i = 0; i < 4; i++) {
    const angle = (i / 4) * TAU;
    line(pen, '#ffffff', 0.025, x, y, x + Math.cos(angle) * size, y + Math.sin(angle) * size);
  }
}
