/**
 * Ways over a map of weighted tiles: what Pomelo's path finding offers.
 *
 * <pre>{@code
 * TileMap meadow = TileMap.of(new int[][] {
 *     {1, 1, 1},
 *     {1, 0, 4},                                      // a rock and a swamp
 *     {1, 1, 1}});
 * PathFinder finder = new PathFinder(meadow);         // one for all searches of an area
 * Path path = finder.find(0, 0, 2, 2);
 * if (path.isFound()) { walk(path.x(1), path.y(1)); }
 * }</pre>
 *
 * <p>One thread at a time, and the same search has the same result. The package imports nothing but the JDK.
 */
@NullMarked
package org.shaddock.api.path;

import org.jspecify.annotations.NullMarked;
