/**
 * A host on the module path. It compiles against the API and, in its composition root, against the engine; storage, index
 * and scheduler are plugins that only have to lie on the module path.
 */
module io.tikit.samples.modulepath {
    requires io.tikit.api;
    requires io.tikit.core;
}
