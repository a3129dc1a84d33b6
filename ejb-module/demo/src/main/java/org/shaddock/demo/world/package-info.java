/**
 * A small world to walk in, and a tutorial: two maps, each an area; heroes, monsters and treasures on them.
 *
 * <p>Read it in this order. {@link org.shaddock.demo.world.WorldEntryHandler} lets a client in, wherever its session says
 * that its hero is. {@link org.shaddock.demo.world.WorldHandler} is the behaviour of an area: what clients may ask for, and
 * the ticks. {@link org.shaddock.demo.world.World} is the state of one area and all the rules; it knows nothing of servers,
 * so its tests make it with {@code new}. {@link org.shaddock.demo.world.Land} is a map, read from a text file that you can
 * edit. {@link org.shaddock.demo.world.Being} walks, as {@link org.shaddock.demo.world.Hero} by the wish of a player and as
 * {@link org.shaddock.demo.world.Monster} by a behaviour tree. {@link org.shaddock.demo.world.Views} tells each player what
 * has changed around its hero.
 *
 * <p><b>A hero's two homes.</b> While it is in an area, the area's state is the truth about it. What must outlive the area
 * is kept with the session as a {@link org.shaddock.demo.world.Save}: once a second, and at a portal, where the hero leaves
 * one map and is with the session alone until the session has entered the other. So whatever fails on the way, asking to
 * enter again leads to where the hero is.
 *
 * <p>Nothing here knows on which member a map is. Try it with two, {@code mvn -Pcluster -Dshaddock.members=2}: the page's figures
 * tell where the map is and where the connection.
 */
@NullMarked
package org.shaddock.demo.world;

import org.jspecify.annotations.NullMarked;
