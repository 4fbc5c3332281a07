// What the list of incidents needs of TanStack Table; npm run table bundles it into
// assets/table-core.min.js, because a page opened from a folder cannot load modules.
export {
  constructTable,
  tableFeatures,
  columnFilteringFeature,
  rowSortingFeature,
  rowPaginationFeature,
  createFilteredRowModel,
  createSortedRowModel,
  createPaginatedRowModel,
} from '@tanstack/table-core';
export { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
