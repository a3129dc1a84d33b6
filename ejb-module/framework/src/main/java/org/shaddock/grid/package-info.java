/**
 * What a member gets of the grid that joins it to others: the ports of the core, in one hand. May touch {@code api}, {@code flow},
 * {@code metrics}, {@code cluster}, {@code placement} and {@code remote}, since it hands out their ports.
 */
@NullMarked
package org.shaddock.grid;

import org.jspecify.annotations.NullMarked;
