/**
 * Area of interest: who of a crowded two-dimensional world is shown to whom, and how often.
 *
 * <p>A client cannot be sent everything that happens in a world, and need not be: it sees what is near. An
 * {@link AoiGrid} holds the positions of an area's entities and the views of its watchers, and once per tick tells each
 * watcher what came into its view, what moved and what went, within a number of bytes. It takes the place of Pomelo's
 * tower AOI, with circles where that has squares.
 *
 * <pre>{@code
 * AoiGrid grid = new AoiGrid(AoiSettings.cells(50).withMaxEntities(100).withBytesPerTick(1_500));
 * int knight = grid.add(10, 20);
 * int view = grid.watch(knight, 50);                  // a player looks from where its knight stands
 * grid.move(knight, 11, 20);                          // as often as you like
 * grid.tick(new AoiListener() {                       // once per @Tick of the area
 *     public int entered(int watcher, int entity) { return send(watcher, "onEnter", describe(entity)); }
 *     public int moved(int watcher, int entity)   { return send(watcher, "onMove", position(entity)); }
 *     public int left(int watcher, int entity)    { return send(watcher, "onLeave", entity); }
 * });
 * }</pre>
 *
 * <p>One thread at a time, as everything in an area's turn. The same calls give the same events in the same order. The
 * package imports nothing but the JDK.
 */
@NullMarked
package org.shaddock.api.aoi;

import org.jspecify.annotations.NullMarked;
