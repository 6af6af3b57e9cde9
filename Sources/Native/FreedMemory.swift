import CMalloc

/// Memory that was freed but that the allocator keeps for later.
public enum FreedMemory {
    /// Gives it back to the system (malloc_trim(3)), after work that needed far more than what goes on will.
    public static func giveBack() { malloc_trim(0) }
}
