package org.shaddock.simulation;

/** Counts the lives of all rooms of a story. */
final class Births implements SimulatedRooms.Chronicle {

    private final Story story;
    private long last;

    Births(Story story) {
        this.story = story;
    }

    @Override
    public long nextBirth() {
        story.tell("room life " + (last + 1) + " begins");
        return ++last;
    }

    @Override
    public void wrong(String what) {
        story.wrong(what);
    }
}
