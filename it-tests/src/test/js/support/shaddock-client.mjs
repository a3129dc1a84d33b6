/** The client as it is served, imported from the source tree. */
export * from '../../../../../web-module/connector/src/main/webapp/shaddock-client.js';
