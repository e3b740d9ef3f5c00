package io.tikit.tck.search;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * All that a search index must keep. A test class implements this and gives the fixture, see {@link SearchIndexFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface SearchIndexContract
        extends IndexConditionContract,
                IndexTextContract,
                IndexPagingContract,
                IndexPositionContract,
                IndexOutageContract,
                HighlightContract {}
