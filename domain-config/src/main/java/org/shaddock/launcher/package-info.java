/**
 * Starts a server for Shaddock, tells when the application is ready, and stops it again. It needs the JDK alone, so the
 * Maven run profiles, the integration tests and any other program can use it. What is particular to Payara Server or Payara
 * Micro ends in a {@link org.shaddock.launcher.ServerRuntime}; the rest knows processes, ports and URLs only.
 */
@NullMarked
package org.shaddock.launcher;

import org.jspecify.annotations.NullMarked;
