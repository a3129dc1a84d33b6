/**
 * What a game developer writes against: annotations and small interfaces, nothing but the JDK.
 *
 * <p>A game is an ejb-jar of its own that imports this package and {@code jakarta.*}. The framework finds its classes by
 * convention: a class marked {@link ServerType} or {@link Area} whose methods are marked {@link Handler} answers the
 * routes {@code serverType.className.methodName}.
 */
@NullMarked
package org.shaddock.api;

import org.jspecify.annotations.NullMarked;
