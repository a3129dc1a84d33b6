package org.shaddock.api.behavior;

/**
 * A tree ready to run: a definition without state, for any number of entities and threads.
 *
 * @param <C> the blackboard
 */
public final class BehaviorTree<C> {

    private final Node<C> root;
    private final int slots;

    private BehaviorTree(Node<C> root, int slots) {
        this.root = root;
        this.slots = slots;
    }

    /** The tree below a behaviour. */
    public static <C> BehaviorTree<C> of(Behavior<C> root) {
        Slots slots = new Slots();
        return new BehaviorTree<>(root.place(slots), slots.count());
    }

    /** Begins to run the tree for one entity. */
    public BehaviorRun<C> start(C context) {
        return new BehaviorRun<>(root, context, slots);
    }
}
