/** @param {Uint8Array} bytes */
export const hex = (bytes) => Buffer.from(bytes).toString('hex');

/** @param {string} digits blanks are for the reader */
export const bytes = (digits) => new Uint8Array(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
