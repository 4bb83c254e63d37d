// Work shared between lanes that go on at once: a browser and a server leave a core idle when asked one thing at a time.

export const laneCount = 2;

// Each item is taken by the first free lane; `work` is given the number of its lane.
export const inLanes = async (items, work) => {
  const rest = [...items];
  const lane = async (number) => {
    while (rest.length > 0) await work(rest.shift(), number);
  };
  await Promise.all(Array.from({ length: laneCount }, (_, number) => lane(number)));
};
