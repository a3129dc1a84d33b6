/** The inner modules of the client, for tests that look at bytes. */
const FOLDER = '../../../../../web-module/connector/src/main/webapp/shaddock-client';

export const { delayBefore, DEFAULT_BACKOFF } = await import(`${FOLDER}/backoff.js`);
export const { Codec } = await import(`${FOLDER}/codec.js`);
export const { Events } = await import(`${FOLDER}/events.js`);
export const { moveTarget } = await import(`${FOLDER}/lifetime.js`);
export const { decodeMessage, encodeMessage } = await import(`${FOLDER}/messages.js`);
export const { decodePackages, encodePackage } = await import(`${FOLDER}/packages.js`);
export const { decodeProto } = await import(`${FOLDER}/protobuf-decoder.js`);
export const { encodeProto } = await import(`${FOLDER}/protobuf-encoder.js`);
export const { decodeText, encodeText } = await import(`${FOLDER}/text.js`);
